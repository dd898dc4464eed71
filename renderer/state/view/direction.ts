import { getBlockDirection } from '../../../shared/drafts/block-direction';
import { type Direction, detectDirection } from '../../../shared/text/characters/direction';
import type { Span } from '../../../shared/text/span';
import { useArticle, useSession } from '../review/use-session';

/** The language of the article: as the reviewer corrected it, or as it was imported. */
export function useLanguage(): string | null {
  const { draft } = useSession();
  return useArticle().language ?? draft.language;
}

/** The direction of words of the article: that of the block with the span, or without a span their own. */
export function useDirectionAt(span: Span | null, words: string): Direction {
  const { draft } = useSession();
  const language = useLanguage();
  return span ? getBlockDirection(draft, span, language) : detectDirection(words, language);
}

/** The direction of words of the article: their own, or that of the article's language when they have no letters. */
export function useDirection(words: string): Direction {
  return detectDirection(words, useLanguage());
}
