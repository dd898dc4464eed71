import type { DraftText } from '../text/draft-text';
import type { Span } from '../text/span';
import { findNameQueries } from './names/find-name-queries';
import { findNumberQueries } from './numbers/find-number-queries';
import { mergeQueries, type Query } from './query';

/**
 * Finds what the text of a draft contradicts in itself, in order of the first place; what it has again in the same words is one query.
 * `sentences` are those of `findSentences` in order, and `today` is the day that the article is published on, or written on, as an
 * ISO 8601 date.
 */
export function findQueries(draft: DraftText, sentences: readonly Span[], today: string): Query[] {
  const found = [...findNumberQueries(draft, sentences, today), ...findNameQueries(draft, sentences)];
  return mergeQueries(found, draft.text);
}
