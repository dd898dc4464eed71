import { type Direction, detectDirection } from '../text/characters/direction.ts';
import type { DraftText } from '../text/draft-text.ts';
import { at } from '../text/sequences/at.ts';
import { findFirstIndex } from '../text/sequences/find-first-index.ts';
import type { Span } from '../text/span.ts';

/**
 * The direction for a span of a draft that is shown by itself: that of the block in which it starts, even where it starts with a
 * name in another script. `language` is the article's (a BCP 47 tag), for blocks without letters.
 */
export function getBlockDirection(
  { text, blocks }: Pick<DraftText, 'text' | 'blocks'>,
  { start }: Span,
  language: string | null,
): Direction {
  const block = blocks[findFirstIndex(blocks.length, (index) => start < at(blocks, index).end)];
  return detectDirection(text.slice(block?.start ?? start, block?.end), language);
}
