// STAND-IN until queries are merged: finds none.
import type { DraftText } from '../text/draft-text';
import type { Span } from '../text/span';
import type { Query } from './query';

export function findQueries(_draft: DraftText, _sentences: readonly Span[], _today: string): Query[] {
  return [];
}
