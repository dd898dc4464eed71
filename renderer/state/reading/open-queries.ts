import { useEffect } from 'react';
import { create } from 'zustand';
import type { Input } from '../../../shared/contract/commands/commands';
import type { DismissedQuery } from '../../../shared/domain/draft/placement';
import { sortByDismissal } from '../../../shared/queries/dismissals';
import { getQueryKey, mergeQueries, type Query } from '../../../shared/queries/query';
import { findQuotedWordQueries } from '../../../shared/queries/quoted-words';
import { currentSession } from '../article/open-review';
import { client } from '../client';
import { refreshArticles } from '../library/library';
import { usePreferences } from '../preferences';
import type { Session } from '../review/session';
import { useSession } from '../review/use-session';
import { getCoverage, useCoverage } from './coverage';
import { lookUpQuoteCheck, startQuoteChecks, useQuoteChecks } from './quote-checks';
import { getReading, subscribeToReading } from './reading';

/** A query with a key for its row. */
export interface KeyedQuery {
  key: string;
  query: Query;
}

interface SortedQueries {
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

type Counts = Input<'library.countReading'>['reading'];

let latest: Counts | null = null;

/**
 * Reports to main how far reading the article is after every saved change, for the list of the library, which would have to read every
 * article for it.
 */
export function useCountReading(): void {
  const session = useSession();
  const isSpotting = usePreferences(({ spotting }) => spotting);
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length;
  useEffect(() => {
    if (session.readOnly || !coverage || openQueries === undefined) return;
    const report = () => {
      // The counts on the screen may be those of the edit before.
      const { counts } = getCoverage() ?? coverage;
      void send(session, { isSpotting, coverage: counts, openQueries });
    };
    report();
    // Main takes the counts for the history as it is now, so a change that leaves them alone reports them again.
    return session.subscribe('saving', () => {
      if (session.saveState().state === 'saved') report();
    });
  }, [session, isSpotting, coverage, openQueries]);
}

/** Only of what is saved, and not after a later change, for whose counts main would take these. */
async function send(session: Session, reading: Counts): Promise<void> {
  latest = reading;
  const { articleId } = session;
  const revision = session.revision();
  const isSaved = await session.waitUntilSaved();
  if (!isSaved || latest !== reading || session.revision() !== revision) return;
  // The list is a cache: where this fails, it says nothing of reading.
  const answer = await client.call('library.countReading', { articleId, reading });
  if (answer.ok && currentSession() === null) await refreshArticles();
}
