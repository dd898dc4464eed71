import { blockDirection } from '../../../shared/drafts/block-direction';
import { type Direction, directionOf } from '../../../shared/text/characters/direction';
import type { Span } from '../../../shared/text/span';
import { useArticle, useSession } from '../review/session-context';

/** The language that an article is in: as it was corrected, or as it came. */
export function useLanguage(): string | null {
  const { draft } = useSession();
  return useArticle().language ?? draft.language;
}

/** The direction of words that stand, or stood, in the article: that of the block they are in, or their own when in none. */
export function useDirectionAt(span: Span | null, words: string): Direction {
  const { draft } = useSession();
  const language = useLanguage();
  return span ? blockDirection(draft, span, language) : directionOf(words, language);
}

/** The direction of words of the article: their own, or where they have no letters, that of its language. */
export function useDirection(words: string): Direction {
  return directionOf(words, useLanguage());
}
