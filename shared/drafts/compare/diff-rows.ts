import type { Block } from '../../domain/draft';
import type { Span } from '../../text/span';
import type { Comparison } from './diff-hunks';

/** Blocks of two drafts that stand beside each other; null where there is none on that side. */
export interface ComparedRow {
  before: Block | null;
  after: Block | null;
  /** The pieces that lie in them, in reading order. */
  pieces: Comparison;
}

/** For each block of a side, the pieces of which the first word lies in it. */
function byBlock(blocks: readonly Block[], comparison: Comparison, side: 'before' | 'after'): Comparison[] {
  const lists: Comparison[] = blocks.map(() => []);
  const inOrder = comparison
    .flatMap((piece) => (piece[side] ? [{ piece, span: piece[side] }] : []))
    .sort((a, b) => a.span.start - b.span.start);
  let at = 0;
  for (const { piece, span } of inOrder) {
    at = indexFrom(at, blocks, span);
    lists[at]?.push(piece);
  }
  return lists;
}

/** The index of the block, from one on, in which a span begins. */
function indexFrom(from: number, blocks: readonly Block[], { start }: Span): number {
  let at = from;
  while ((blocks[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
  return at;
}

/** The pairs of blocks that share words, in order of both. */
function pairs(
  before: readonly Block[],
  after: readonly Block[],
  comparison: Comparison,
): [number, number][] {
  const found: [number, number][] = [];
  let [b, a] = [0, 0];
  for (const { kind, before: old, after: now } of comparison) {
    if (kind !== 'same' || !old || !now) continue;
    b = indexFrom(b, before, old);
    a = indexFrom(a, after, now);
    const last = found.at(-1);
    if (!last || (last[0] < b && last[1] < a)) found.push([b, a]);
  }
  return found;
}

/** The blocks of two drafts, beside each other where they share words. */
export function comparedRows(
  before: readonly Block[],
  after: readonly Block[],
  comparison: Comparison,
): ComparedRow[] {
  const old = byBlock(before, comparison, 'before');
  const now = byBlock(after, comparison, 'after');
  const rows: ComparedRow[] = [];
  let [b, a] = [0, 0];
  const alone = (toBefore: number, toAfter: number) => {
    for (; b < toBefore; b += 1) rows.push({ before: before[b] ?? null, after: null, pieces: old[b] ?? [] });
    for (; a < toAfter; a += 1) rows.push({ before: null, after: after[a] ?? null, pieces: now[a] ?? [] });
  };
  const order = new Map(comparison.map((piece, index) => [piece, index]));
  for (const [pairB, pairA] of pairs(before, after, comparison)) {
    alone(pairB, pairA);
    const pieces = [...new Set([...(old[b] ?? []), ...(now[a] ?? [])])].sort(
      (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0),
    );
    rows.push({ before: before[b] ?? null, after: after[a] ?? null, pieces });
    b += 1;
    a += 1;
  }
  alone(before.length, after.length);
  return rows;
}
