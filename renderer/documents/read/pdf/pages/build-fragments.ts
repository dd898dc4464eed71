import type { GlyphRun, LineFragment } from './page-text.ts';

type FragmentBounds = Omit<LineFragment, 'glyphRuns' | 'row'>;

/**
 * The widest spaces between words, and between a raised label and the text after it, in font sizes; runs further apart may be in two
 * columns. They are narrower for runs that do not follow each other in the file.
 */
const consecutiveSpaces = { word: 0.9, label: 0.7 };
const maxScriptGap = 0.35;
const otherSpaces = { word: 0.5, label: 0.35 };

/** Joins the runs of each line wherever no wide gap parts them. Fragments come in the order of the file. */
export function buildLineFragments(runs: readonly GlyphRun[]): LineFragment[] {
  const fragments: LineFragment[] = [];
  const index = new FragmentIndex();
  for (const run of runs) {
    const last = fragments.at(-1);
    const neighbour =
      last && isAdjacent(last, run, consecutiveSpaces)
        ? last
        : index.findNear(run).find((fragment) => isAdjacent(fragment, run, otherSpaces));
    if (neighbour?.glyphRuns.some((other) => isOverprint(other, run))) continue;
    const { left, right, baseline, size } = run;
    const fragment = neighbour ?? { glyphRuns: [], left, right, baseline, size };
    if (neighbour) extendBounds(neighbour, run);
    else fragments.push(fragment);
    fragment.glyphRuns.push(run);
    index.add(fragment);
  }
  return mergeFragments(fragments, index);
}

/** Finds fragments by their height on the page, so that not all of them have to be compared. */
class FragmentIndex {
  readonly #rowHeight = 12;
  readonly #rows = new Map<number, Set<LineFragment>>();

  add(fragment: LineFragment): void {
    const row = Math.floor(fragment.baseline / this.#rowHeight);
    const others = this.#rows.get(row);
    if (others) others.add(fragment);
    else this.#rows.set(row, new Set([fragment]));
  }

  findNear({ baseline, size }: { baseline: number; size: number }): LineFragment[] {
    const nearby: LineFragment[] = [];
    const first = Math.floor((baseline - size) / this.#rowHeight);
    for (let row = first; row <= (baseline + size) / this.#rowHeight; row += 1)
      nearby.push(...(this.#rows.get(row) ?? []));
    return nearby;
  }
}

/** Joins fragments that grew towards each other after both had begun. */
function mergeFragments(fragments: LineFragment[], index: FragmentIndex): LineFragment[] {
  const merged = new Set<LineFragment>();
  for (const fragment of fragments)
    for (const other of index.findNear(fragment)) {
      if (other === fragment || merged.has(other) || merged.has(fragment)) continue;
      if (!isAdjacent(fragment, other, otherSpaces)) continue;
      extendBounds(fragment, other);
      fragment.glyphRuns.push(...other.glyphRuns);
      merged.add(other);
    }
  return fragments
    .filter((fragment) => !merged.has(fragment))
    .map((fragment) => ({
      ...fragment,
      glyphRuns: fragment.glyphRuns.toSorted((a, b) => a.left - b.left),
    }));
}

function extendBounds(fragment: LineFragment, { left, right, baseline, size }: FragmentBounds): void {
  fragment.left = Math.min(fragment.left, left);
  fragment.right = Math.max(fragment.right, right);
  if (size > fragment.size * 1.1) Object.assign(fragment, { baseline, size });
}

function isAdjacent(a: FragmentBounds, b: FragmentBounds, maxSpaces: typeof otherSpaces): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const rise = (large.baseline - small.baseline) / large.size;
  if (Math.abs(rise) <= 0.2) return gap <= maxSpaces.word * large.size;
  // A superscript or subscript touches the word before it.
  const maxGap = small.left < large.left ? maxSpaces.label : maxScriptGap;
  const ratio = small.size / large.size;
  return ratio >= 0.4 && ratio <= 0.85 && rise > -0.4 && rise < 0.7 && gap <= maxGap * large.size;
}

/** Whether a run repeats another one slightly beside it, which is how some programs print bold. */
function isOverprint(a: GlyphRun, b: GlyphRun): boolean {
  if (a.text !== b.text) return false;
  return Math.abs(a.left - b.left) < 0.2 * a.size && Math.abs(a.baseline - b.baseline) < 0.2 * a.size;
}
