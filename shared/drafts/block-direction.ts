import type { DraftText } from '../alignment/tokens/draft-text';
import { type Direction, directionOf } from '../text/characters/direction';
import type { Span } from '../text/span';

/**
 * The direction of words of a draft, wherever they are shown by themselves: that of the block in which they begin, whatever
 * their own first letter is, as a name in another script. `language` is the article's (a BCP 47 tag), for a block without
 * letters.
 */
export function blockDirection(
  { text, blocks }: Pick<DraftText, 'text' | 'blocks'>,
  { start }: Span,
  language: string | null,
): Direction {
  const block = blocks.find(({ end }) => start < end);
  return directionOf(text.slice(block?.start ?? start, block?.end), language);
}
