import type { Draft } from '../../../../shared/domain/draft/draft';
import type { Review } from '../../../../shared/domain/review/review';
import { isolate } from '../../../../shared/text/format/isolate';
import { shorten } from '../../../../shared/text/format/shorten';

/** Context for the descriptions of history entries. */
export interface HistoryContext {
  review: Review;
  /** The draft on the screen. The texts of other drafts are not available. */
  draft: Draft;
  /** The length to which each quoted text is shortened, in UTF-16 code units. */
  maxQuoteLength: number;
}

/** A text in quotation marks, shortened. */
export function quoteText(text: string, { maxQuoteLength }: HistoryContext): string {
  return `“${isolate(shorten(text, maxQuoteLength))}”`;
}

/** The title of a source in quotation marks; the stored id is unknown because it comes from an edit. */
export function quoteSourceTitle(sourceId: unknown, context: HistoryContext): string {
  const source = context.review.sources.get(typeof sourceId === 'string' ? sourceId : '');
  return quoteText(source?.title ?? 'a source', context);
}
