import { at } from '../../../../shared/text/sequences/at';
import type { LineFragment } from '../pages/line-fragments';

/** In font sizes: the widest space in justified text, and how far apart baselines of one line may be. */
const maxSpace = 8;
const baselineTolerance = 0.3;

/** Fragments that follow each other on a line and in the file. */
export type FileLine = LineFragment[];

/** A gap between two fragments of a line. */
export interface Gap {
  before: LineFragment;
  after: LineFragment;
}

/** Finds the lines of a page as the file has them, in its order. A line over two columns is one where the file has it so. */
export function findFileLines(fragments: readonly LineFragment[]): FileLine[] {
  const inOrder = fragments
    .map((fragment) => ({ fragment, ...getOrders(fragment) }))
    .toSorted((a, b) => a.first - b.first);
  const lines: FileLine[] = [];
  for (const [index, { fragment, first }] of inOrder.entries()) {
    const previous = inOrder[index - 1];
    if (previous && previous.last + 1 >= first && continuesLine(previous.fragment, fragment))
      at(lines, lines.length - 1).push(fragment);
    else lines.push([fragment]);
  }
  return lines;
}

function continuesLine(before: LineFragment, after: LineFragment): boolean {
  const size = Math.max(before.size, after.size);
  const width = after.left - before.right;
  const isOnLine = Math.abs(after.baseline - before.baseline) <= baselineTolerance * size;
  return isOnLine && width > 0 && width <= maxSpace * size;
}

export function listGaps(line: FileLine): Gap[] {
  return line.slice(1).map((after, index) => ({ before: at(line, index), after }));
}

/** The positions in the file of a fragment's first and last run. */
function getOrders({ glyphRuns }: LineFragment): { first: number; last: number } {
  const orders = glyphRuns.map(({ order }) => order);
  return { first: Math.min(...orders), last: Math.max(...orders) };
}
