import type { Alignment } from '../../alignment/align-drafts';
import { at } from '../../alignment/tokens/tokens';
import type { Span } from '../../text/span';
import { isSure } from './confidence';
import type { Place } from './locate-span';

/**
 * The place of a span that holds signs and no word: between the same two words as before, if nothing there changed. `next` is
 * the word behind it. Null when a word beside it is gone, or the signs are others.
 */
export function placeOfSigns(alignment: Alignment, span: Span, next: number): Place | null {
  const { before, after } = alignment.words;
  const first = Math.max(0, next - 1);
  const length = Math.min(next + 1, before.count) - first;
  const stretch = alignment.stretches[alignment.stretchesByWord[first] ?? 0];
  if (!stretch || first < stretch.before || first + length > stretch.before + stretch.length) return null;
  const partner = stretch.after + first - stretch.before;
  const left = next === 0 ? partner - 1 : partner;
  const isFirst = next === 0;
  const isLast = next === before.count;
  if (isFirst !== left < 0 || isLast !== (left + 1 === after.count)) return null;
  const from = isFirst ? 0 : at(before.ends, next - 1);
  const to = isLast ? before.text.length : at(before.starts, next);
  const place = isFirst ? 0 : at(after.ends, left);
  const end = isLast ? after.text.length : at(after.starts, left + 1);
  if (before.text.slice(from, to) !== after.text.slice(place, end)) return null;
  const start = place + span.start - from;
  const piece = { stretch, before: first, after: partner, length, letters: 0 };
  return {
    span: { start, end: start + span.end - span.start },
    moved: stretch.moved,
    sure: isSure(alignment, piece),
    isLike: true,
  };
}
