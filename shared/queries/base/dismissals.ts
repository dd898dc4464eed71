import type { DismissedQuery } from '#shared/domain/base/placement.ts';
import { type EditContext, makeCreateEdit, makeDeleteEdit, type Step } from '#shared/domain/review/step.ts';
import { getQueryKey, joinKey, type Query, readQueryWords } from './query.ts';

interface SortedQueries {
  open: Query[];
  dismissed: { query: Query; dismissal: DismissedQuery }[];
}

/** Separates the dismissed queries of a draft from the open ones. Both keep their order. */
export function sortByDismissal(
  queries: readonly Query[],
  text: string,
  dismissals: Iterable<DismissedQuery>,
): SortedQueries {
  const byKey = new Map(Array.from(dismissals, (one) => [joinKey(one.rule, one.words), one]));
  const sorted: SortedQueries = { open: [], dismissed: [] };
  for (const query of queries) {
    const dismissal = byKey.get(getQueryKey(query, text));
    if (dismissal) sorted.dismissed.push({ query, dismissal });
    else sorted.open.push(query);
  }
  return sorted;
}

/** Dismisses a query with the reviewer's reason; null for no reason. `text` is that of the query's draft. */
export function dismissQuery(query: Query, text: string, reason: string | null, context: EditContext): Step {
  const dismissal: DismissedQuery = {
    id: context.newId(),
    rule: query.rule,
    words: readQueryWords(query, text),
    reason,
    by: context.by,
    at: context.at,
  };
  return { action: 'query.dismiss', edits: [makeCreateEdit('dismissedQueries', dismissal)] };
}

/** Raises a dismissed query again. */
export function reopenQuery(dismissal: DismissedQuery): Step {
  return { action: 'query.reopen', edits: [makeDeleteEdit('dismissedQueries', dismissal)] };
}
