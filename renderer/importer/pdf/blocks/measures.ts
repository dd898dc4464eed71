import { type Line, usual } from '../lines/lines';
import { tableRows } from '../lines/rows';
import { textOfLine } from '../lines/runs';

/** What the lines of a document have in common. */
export interface Measures {
  /** Size of most letters, in points. */
  size: number;
  /** Whether most letters are bold. */
  bold: boolean;
  /** The usual distance between lines like this one, in points. */
  leadingOf(line: Line): number;
  rows: ReadonlySet<Line>;
  texts: ReadonlyMap<Line, string>;
}

export function measuresOf(lines: readonly Line[]): Measures {
  const texts = new Map(lines.map((line) => [line, textOfLine(line)]));
  const sized = lines.map((line) => ({ text: texts.get(line) ?? '', line }));
  const size = usual(sized, ({ line }) => rounded(line.size)) ?? 1;
  return {
    size,
    bold: usual(sized, ({ line }) => (line.bold ? 1 : 0)) === 1,
    leadingOf: leadings(lines, size),
    rows: tableRows(lines),
    texts,
  };
}

/** To half a point. */
export function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Distances, in sizes of the letters, that lines of one block may have. */
const closest = 0.8;
const widest = 2.6;
/** Fewer distances in a column say nothing, so the document's are taken, and in the end the usual one of printers. */
const fewest = 4;
const printers = 1.25;
const middle = 0.5;
const low = 0.25;

function leadings(lines: readonly Line[], bodySize: number): (line: Line) => number {
  const distances = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!before || before.column !== line.column || rounded(before.size) !== rounded(line.size)) continue;
    const distance = line.y - before.y;
    if (distance < closest * line.size || distance > widest * line.size) continue;
    for (const key of [inColumn(line), `${rounded(line.size)}`]) {
      const there = distances.get(key);
      if (there) there.push(distance);
      else distances.set(key, [distance]);
    }
  }
  const usually = new Map(
    [...distances]
      .filter(([, found]) => found.length >= fewest)
      .map(([key, found]) => [key, found.toSorted((a, b) => a - b)]),
  );
  const at = (key: string, share: number) => {
    const found = usually.get(key);
    return found?.[Math.floor(found.length * share)];
  };
  const ofBody = (at(`${bodySize}`, middle) ?? bodySize * printers) / bodySize;
  return (line) => {
    const usual = at(`${rounded(line.size)}`, middle);
    const own = at(inColumn(line), middle);
    // Where most lines of a column are paragraphs of their own, the middle is the distance between those.
    if (own !== undefined) return Math.max(at(inColumn(line), low) ?? own, Math.min(own, usual ?? own));
    return usual ?? line.size * (line.size > bodySize ? Math.min(ofBody, printers) : ofBody);
  };
}

function inColumn({ column, size }: Line): string {
  return `${column}:${rounded(size)}`;
}
