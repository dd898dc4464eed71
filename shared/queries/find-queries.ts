import type { ReadText } from '../reading/read-text.ts';
import { mergeQueries, type Query } from './base/query.ts';
import { findNameQueries } from './names/find-name-queries.ts';
import { findNumberQueries } from './numbers/find-number-queries.ts';

/**
 * Finds where the text of a draft contradicts itself, in order of the first place. The same words in several places are one query.
 * `today` is the day of publication, or else of writing, as an ISO 8601 date.
 */
export function findQueries(read: ReadText, today: string): Query[] {
  const found = [...findNumberQueries(read, today), ...findNameQueries(read)];
  return mergeQueries(found, read.draft.text);
}
