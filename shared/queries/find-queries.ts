import type { DraftText } from '../text/draft-text';
import { compareSpans, type Span } from '../text/span';
import { findNumberQueries } from './numbers/find-number-queries';
import type { Query } from './query';

/**
 * Finds what the text of a draft contradicts in itself, in order of the first place. `sentences` are those of `findSentences` in
 * order, and `today` is the day that the article is published on, or written on, as an ISO 8601 date.
 */
export function findQueries(draft: DraftText, sentences: readonly Span[], today: string): Query[] {
  return [...findNumberQueries(draft, sentences, today)].sort((a, b) =>
    compareSpans(a.places[0], b.places[0]),
  );
}
