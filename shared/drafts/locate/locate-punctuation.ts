import type { Alignment } from '../../alignment/alignment';
import { intAt } from '../../text/sequences/at';
import type { Span } from '../../text/span';
import { isCertain } from './confidence';
import type { LocatedSpan } from './locate-span';

/**
 * Locates a span of punctuation alone: between the same two tokens as before, if nothing between them changed. `next` is the
 * token behind the span. Null where a token beside it is gone, or the text between the two is another.
 */
export function locatePunctuation(alignment: Alignment, span: Span, next: number): LocatedSpan | null {
  const { before, after } = alignment.tokens;
  const isFirst = next === 0;
  const isLast = next === before.count;
  const first = Math.max(0, next - 1);
  const length = Math.min(next + 1, before.count) - first;
  // A draft without any token has no block.
  const block = alignment.blocks[alignment.blockIndexByToken[first] ?? 0];
  if (!block || first < block.before || first + length > block.before + block.length) return null;
  const partner = block.after + first - block.before;
  const previous = isFirst ? partner - 1 : partner;
  if (isFirst !== previous < 0 || isLast !== (previous + 1 === after.count)) return null;
  const oldStart = isFirst ? 0 : intAt(before.ends, next - 1);
  const oldEnd = isLast ? before.text.length : intAt(before.starts, next);
  const newStart = isFirst ? 0 : intAt(after.ends, previous);
  const newEnd = isLast ? after.text.length : intAt(after.starts, previous + 1);
  if (before.text.slice(oldStart, oldEnd) !== after.text.slice(newStart, newEnd)) return null;
  const shift = newStart - oldStart;
  return {
    span: { start: span.start + shift, end: span.end + shift },
    isMoved: block.isMoved,
    isCertain: isCertain(alignment, { block, before: first, after: partner, length }),
    isSimilar: true,
  };
}
