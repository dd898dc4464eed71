import { useEffect } from 'react';
import { create } from 'zustand';
import type { DismissedQuery } from '../../../shared/domain/dismissals';
import { sortByDismissal } from '../../../shared/queries/dismissals';
import { getQueryKey, mergeQueries, type Query } from '../../../shared/queries/query';
import { findQuotedWordQueries } from '../../../shared/queries/quoted-words';
import type { Session } from '../review/session';
import { useSession } from '../review/use-session';
import { lookUpQuoteCheck, startQuoteChecks, useQuoteChecks } from './quote-checks';
import { getReading, subscribeToReading } from './reading';

/** A query with a key for its row. */
export interface KeyedQuery {
  key: string;
  query: Query;
}

export interface SortedQueries {
  draftId: string;
  open: readonly KeyedQuery[];
  dismissed: readonly { query: Query; dismissal: DismissedQuery }[];
}

/** Longest that queries wait for a moment without other work, in milliseconds. */
const idleTimeoutMs = 500;

const useSortedQueries = create<{ sorted: SortedQueries | null }>()(() => ({ sorted: null }));

/** The queries of the draft on the screen, soon after each edit; null until the draft was read. */
export function useQueries(): SortedQueries | null {
  const { draft } = useSession();
  return useSortedQueries(({ sorted }) => (sorted?.draftId === draft.id ? sorted : null));
}

/** Looks for quoted words in kept files, and keeps the queries up to date, never within an edit. */
export function useFindQueries(): void {
  const session = useSession();
  useEffect(() => {
    let request = 0;
    const schedule = () => {
      cancelIdleCallback(request);
      request = requestIdleCallback(() => sortQueries(session), { timeout: idleTimeoutMs });
    };
    schedule();
    const ends = [
      session.subscribe('outline', schedule),
      subscribeToReading(schedule),
      useQuoteChecks.subscribe(schedule),
      startQuoteChecks(session),
    ];
    return () => {
      cancelIdleCallback(request);
      for (const end of ends) end();
    };
  }, [session]);
}

function sortQueries({ review, draft }: Session): void {
  const reading = getReading();
  if (!reading) return;
  const quoted = findQuotedWordQueries(review, draft, lookUpQuoteCheck);
  const found = [...reading.queries, ...mergeQueries(quoted, draft.text)];
  const { open, dismissed } = sortByDismissal(found, draft.text, review.dismissedQueries.values());
  const keyed = open.map((query) => ({
    key: `${query.sourceId ?? ''} ${getQueryKey(query, draft.text)}`,
    query,
  }));
  useSortedQueries.setState({ sorted: { draftId: draft.id, open: keyed, dismissed } });
}
