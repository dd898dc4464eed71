import { at } from '../../../../../shared/text/sequences/at';
import { joinFragmentTexts, type LineFragment } from '../../pages/line-fragments';
import { findMarginNumber, type MarginNumber, type Side } from './margin-numbers';

/** The numbers in one margin of a page, from the top. */
export interface NumberColumn {
  side: Side;
  numbers: MarginNumber[];
  /** How much each number is larger than the one before: 1 where every line has one, 5 where every fifth has. */
  step: number;
}

/** In points: how far the edges of aligned numbers differ. */
const alignment = 3;
/** The share of fragments that may reach into the margin, as a title that is set further out. */
const maxOutside = 0.03;
/** With every line numbered, the share of lines that have a number. */
const minNumbered = 0.7;

/**
 * Finds a column of growing numbers in a margin of a page, apart from its text. `isNumbering` says whether the page alone shows that
 * they are line numbers; otherwise other pages may.
 */
export function findNumberColumn(
  fragments: readonly LineFragment[],
  side: Side,
): { column: NumberColumn; isNumbering: boolean } | null {
  const found = fragments.flatMap((fragment) => findMarginNumber(fragment, side) ?? []);
  const byFragment = new Map(found.map((one) => [one.fragment, one]));
  const texts = fragments.flatMap((fragment) => {
    const one = byFragment.get(fragment);
    return one ? (one.rest ?? []) : fragment;
  });
  if (found.length === 0 || texts.length === 0) return null;
  const edge = findEdge(texts, side);
  const inMargin = found.filter(({ left, right }) => (side === 'left' ? right < edge : left > edge));
  const chain = findLongestChain(keepAligned(inMargin).toSorted((a, b) => a.baseline - b.baseline));
  if (chain.numbers.length === 0) return null;
  const column = { side, ...chain };
  return { column, isNumbering: isNumbering(column, texts) };
}

/** Where the text begins on a side, but for a few lines that reach further out. */
function findEdge(texts: readonly LineFragment[], side: Side): number {
  const outside = Math.floor(texts.length * maxOutside);
  return side === 'left'
    ? at(
        texts.map(({ left }) => left).toSorted((a, b) => a - b),
        outside,
      )
    : at(
        texts.map(({ right }) => right).toSorted((a, b) => b - a),
        outside,
      );
}

/** The numbers that share their right edge with most others, or their left edge. */
function keepAligned(numbers: readonly MarginNumber[]): MarginNumber[] {
  const groups = numbers.flatMap((one) =>
    (['left', 'right'] as const).map((edge) =>
      numbers.filter((other) => Math.abs(other[edge] - one[edge]) <= alignment),
    ),
  );
  return groups.reduce<MarginNumber[]>((most, group) => (group.length > most.length ? group : most), []);
}

/** The longest part of a column that grows by the usual step; where a number is missing, by a multiple of it. */
function findLongestChain(numbers: readonly MarginNumber[]): Pick<NumberColumn, 'numbers' | 'step'> {
  const steps = numbers.slice(1).map(({ value }, index) => value - at(numbers, index).value);
  const countOf = (step: number) => steps.filter((other) => other === step).length;
  const step = steps.reduce((usual, one) => (countOf(one) > countOf(usual) ? one : usual), steps[0] ?? 0);
  if (step <= 0) return { numbers: numbers.slice(0, 1), step: 0 };
  let longest: MarginNumber[] = [];
  let chain: MarginNumber[] = [];
  for (const one of numbers) {
    const growth = one.value - (chain.at(-1)?.value ?? Number.NaN);
    chain = growth > 0 && growth % step === 0 ? [...chain, one] : [one];
    if (chain.length > longest.length) longest = chain;
  }
  return { numbers: longest, step };
}

/** Fewer numbers are no column of its own. */
const minNumbers = 5;
const minDistantNumbers = 3;

/**
 * Whether the numbers count the lines of running text. The numbers of a list or a table count items or rows: lines between them have
 * none, or the rows are no lines of text.
 */
function isNumbering({ numbers, step }: NumberColumn, texts: readonly LineFragment[]): boolean {
  if (numbers.length < (step > 1 ? minDistantNumbers : minNumbers) || step <= 0) return false;
  const rows = groupRows(texts);
  const [first, last] = [at(numbers, 0), at(numbers, numbers.length - 1)];
  const between = rows.filter(
    ([row]) =>
      row && row.baseline > first.baseline - 0.5 * row.size && row.baseline < last.baseline + 0.5 * row.size,
  );
  const hasNumber = ([row]: LineFragment[]) =>
    row !== undefined && numbers.some(({ baseline }) => Math.abs(baseline - row.baseline) <= 0.5 * row.size);
  const numbered = between.filter(hasNumber);
  if (step > 1) {
    const linesEach = (between.length - 1) / (numbers.length - 1);
    return linesEach > 1.5 && linesEach <= step + 0.5 && numbered.length >= 0.8 * numbers.length;
  }
  if (numbered.length < minNumbered * between.length || numbered.length < minNumbers) return false;
  return isRunningText(numbered);
}

/** The share of lines that are as wide as this share of the widest, and of those that go on within a sentence. */
const minWide = 0.5;
const wideShare = 0.7;
const minContinued = 0.2;

/** Whether lines are those of running text: most of them are full, and some begin within a sentence, as items of a list never do. */
function isRunningText(rows: readonly LineFragment[][]): boolean {
  const widths = rows.map((row) => (row.length === 1 ? at(row, 0).right - at(row, 0).left : 0));
  const widest = Math.max(...widths);
  const wide = widths.filter((width) => width > 0 && width >= wideShare * widest);
  const texts = rows.map(joinFragmentTexts);
  // Scripts without small letters, and bills in capitals, do not show it.
  const showsCase = texts.some((text) => /\p{Ll}/u.test(text));
  const continued = texts.filter((text) => !showsCase || /^\P{L}*\p{Ll}/u.test(text));
  return wide.length >= minWide * rows.length && continued.length >= minContinued * rows.length;
}

/** The lines of a page, from the top. */
function groupRows(texts: readonly LineFragment[]): LineFragment[][] {
  const rows: LineFragment[][] = [];
  for (const fragment of texts.toSorted((a, b) => a.baseline - b.baseline)) {
    const [first] = rows.at(-1) ?? [];
    if (first && fragment.baseline - first.baseline <= 0.4 * first.size) rows.at(-1)?.push(fragment);
    else rows.push([fragment]);
  }
  return rows;
}
