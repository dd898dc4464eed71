import type { ReadText } from '../reading/read-text';
import { mergeQueries, type Query } from './base/query';
import { findNameQueries } from './names/find-name-queries';
import { findNumberQueries } from './numbers/find-number-queries';

/**
 * Finds where the text of a draft contradicts itself, in order of the first place. The same words in several places are one query.
 * `today` is the day of publication, or else of writing, as an ISO 8601 date.
 */
export function findQueries(read: ReadText, today: string): Query[] {
  const found = [...findNumberQueries(read, today), ...findNameQueries(read)];
  return mergeQueries(found, read.draft.text);
}
