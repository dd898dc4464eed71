import type { ReadText } from '../reading/read-text';
import { findNameQueries } from './names/find-name-queries';
import { findNumberQueries } from './numbers/find-number-queries';
import { mergeQueries, type Query } from './query';

/**
 * Finds what the text of a draft contradicts in itself, in order of the first place; what it has again in the same words is one query.
 * `today` is the day that the article is published on, or written on, as an
 * ISO 8601 date.
 */
export function findQueries(read: ReadText, today: string): Query[] {
  const found = [...findNumberQueries(read, today), ...findNameQueries(read)];
  return mergeQueries(found, read.draft.text);
}
