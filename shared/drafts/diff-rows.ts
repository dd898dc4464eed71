import type { Block } from '../domain/base/draft.ts';
import { at } from '../text/sequences/at.ts';
import type { Span } from '../text/span.ts';
import type { Comparison, Hunk } from './hunk.ts';

/** A block of each of two drafts side by side; null where one has no counterpart. */
export interface DiffRow {
  before: Block | null;
  after: Block | null;
  /** The hunks in these blocks, in reading order. */
  hunks: Comparison;
}

/** For each block of one draft, the hunks that start in it. */
function groupByBlock(
  blocks: readonly Block[],
  comparison: Comparison,
  side: 'before' | 'after',
): Comparison[] {
  const groups: Comparison[] = blocks.map(() => []);
  const ordered = comparison
    .flatMap((hunk) => (hunk[side] ? [{ hunk, span: hunk[side] }] : []))
    .sort((a, b) => a.span.start - b.span.start);
  let index = 0;
  for (const { hunk, span } of ordered) {
    index = findBlockIndex(blocks, span, index);
    groups[index]?.push(hunk);
  }
  return groups;
}

/** The index of the block in which a span starts, searching from one on. */
function findBlockIndex(blocks: readonly Block[], { start }: Span, from: number): number {
  let index = from;
  while ((blocks[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index += 1;
  return index;
}

/** The indexes of blocks that share text, in the order of both drafts. */
function pairBlocks(
  before: readonly Block[],
  after: readonly Block[],
  comparison: Comparison,
): [number, number][] {
  const pairs: [number, number][] = [];
  let [beforeIndex, afterIndex] = [0, 0];
  for (const { kind, before: old, after: now } of comparison) {
    if (kind !== 'same' || !old || !now) continue;
    beforeIndex = findBlockIndex(before, old, beforeIndex);
    afterIndex = findBlockIndex(after, now, afterIndex);
    const last = pairs.at(-1);
    if (!last || (last[0] < beforeIndex && last[1] < afterIndex)) pairs.push([beforeIndex, afterIndex]);
  }
  return pairs;
}

/** The blocks of two drafts in rows, side by side where they share text. */
export function createDiffRows(
  before: readonly Block[],
  after: readonly Block[],
  comparison: Comparison,
): DiffRow[] {
  const hunksBefore = groupByBlock(before, comparison, 'before');
  const hunksAfter = groupByBlock(after, comparison, 'after');
  const order = new Map<Hunk, number>(comparison.map((hunk, index) => [hunk, index]));
  const rows: DiffRow[] = [];
  let [beforeIndex, afterIndex] = [0, 0];
  const addUnpaired = (beforeEnd: number, afterEnd: number) => {
    for (; beforeIndex < beforeEnd; beforeIndex += 1)
      rows.push({ before: at(before, beforeIndex), after: null, hunks: at(hunksBefore, beforeIndex) });
    for (; afterIndex < afterEnd; afterIndex += 1)
      rows.push({ before: null, after: at(after, afterIndex), hunks: at(hunksAfter, afterIndex) });
  };
  for (const [pairBefore, pairAfter] of pairBlocks(before, after, comparison)) {
    addUnpaired(pairBefore, pairAfter);
    const hunks = new Set([...(hunksBefore[pairBefore] ?? []), ...(hunksAfter[pairAfter] ?? [])]);
    rows.push({
      before: before[pairBefore] ?? null,
      after: after[pairAfter] ?? null,
      hunks: [...hunks].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    });
    beforeIndex = pairBefore + 1;
    afterIndex = pairAfter + 1;
  }
  addUnpaired(before.length, after.length);
  return rows;
}

/** The changes of a comparison, numbered from 0 through all its rows. */
interface NumberedChanges {
  count: number;
  /** By row: the number of the change that a hunk belongs to. Hunks that are the same in both drafts have none. */
  byRow: readonly ReadonlyMap<Hunk, number>[];
}

/** Numbers the changes of a comparison: consecutive hunks of a row that differ are one change. */
export function numberChanges(rows: readonly DiffRow[]): NumberedChanges {
  let count = 0;
  const byRow = rows.map(({ hunks }) => {
    const numbers = new Map<Hunk, number>();
    let isInChange = false;
    for (const hunk of hunks) {
      if (hunk.kind === 'same') {
        isInChange = false;
        continue;
      }
      if (!isInChange) count += 1;
      isInChange = true;
      numbers.set(hunk, count - 1);
    }
    return numbers;
  });
  return { count, byRow };
}
