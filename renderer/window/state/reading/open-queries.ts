import { useEffect } from 'react';
import { create } from 'zustand';
import type { Input, Output } from '#shared/contract/commands/commands.ts';
import type { DismissedQuery } from '#shared/domain/base/placement.ts';
import { sortByDismissal } from '#shared/queries/base/dismissals.ts';
import { getQueryKey, mergeQueries, type Query } from '#shared/queries/base/query.ts';
import {
  findQuotedWordQueries,
  getQuoteKey,
  listQuoteChecks,
  type QuoteCheck,
  type QuoteCheckLookup,
  type QuoteCheckResult,
  toQuoteCheckResult,
} from '#shared/queries/base/quoted-words.ts';
import { client } from '../base/client.ts';
import { usePreferences } from '../base/preferences.ts';
import { runBackgroundTask } from '../base/tasks.ts';
import { markFileLost, useFileStates } from '../files/file-states.ts';
import { refreshArticles } from '../library/library.ts';
import { currentSession } from '../review/open-review.ts';
import type { Session } from '../review/session.ts';
import { useSession } from '../review/use-session.ts';
import { getCoverage, useCoverage } from './coverage.ts';
import { getReading, subscribeToReading } from './reading.ts';

type QuoteLocations = NonNullable<Output<'vault.findQuote'>>;

/** How long a search waits for the window to be idle, in milliseconds. */
const searchTimeoutMs = 5_000;

/**
 * Whether kept files hold quoted words, by file and quote. It is true of the content, so it lasts as long as the app runs,
 * whichever article is open; nothing of it is stored.
 */
export const useQuoteChecks = create<{ results: ReadonlyMap<string, QuoteCheckResult> }>()(() => ({
  results: new Map(),
}));

const toId = ({ sourceId, quote, sha256s }: QuoteCheck) => [sourceId, ...sha256s, quote].join(' ');

export const lookUpQuoteCheck: QuoteCheckLookup = (sha256, quote) =>
  useQuoteChecks.getState().results.get(getQuoteKey(sha256, quote));

/** Looks up the quotes of an open review while the window is idle, one after the other. Returns the function that ends it. */
export function startQuoteChecks(session: Session): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  /** Searches that failed, which are not repeated for the same files until the article is opened again. */
  const failed = new Set<string>();
  let request: number | null = null;
  let isSearching = false;

  const schedule = () => {
    if (request !== null || isSearching || signal.aborted) return;
    request = requestIdleCallback(() => void searchNext(), { timeout: searchTimeoutMs });
  };
  const searchNext = async () => {
    request = null;
    const check = listQuoteChecks(session.review).find(
      ({ sourceId, quote, sha256s }) =>
        !failed.has(toId({ sourceId, quote, sha256s })) &&
        sha256s.some((sha256) => !lookUpQuoteCheck(sha256, quote)),
    );
    if (!check) return;
    isSearching = true;
    // Main reads the quote and the files from the disk. While saving fails, the next edit tries again.
    const isSaved = await session.waitUntilSaved();
    if (isSaved && !(await search(session, check, signal))) failed.add(toId(check));
    isSearching = false;
    if (isSaved) schedule();
  };

  const subscriptions = (['claims', 'evidence', 'attachments'] as const).map((topic) =>
    session.subscribe(topic, schedule),
  );
  subscriptions.push(useFileStates.subscribe(() => forgetRestored(session, schedule)));
  schedule();
  return () => {
    ended.abort();
    if (request !== null) cancelIdleCallback(request);
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}

/** Searches the files of one source. False when it could not be done, or does not say something of every file. */
async function search(session: Session, check: QuoteCheck, signal: AbortSignal): Promise<boolean> {
  const { articleId } = session;
  const { sourceId, quote } = check;
  if (signal.aborted) return false;
  const answer = await runBackgroundTask(
    (taskId) => client.call('vault.findQuote', { taskId, articleId, sourceId, quote }),
    signal,
  );
  if (signal.aborted || !answer.ok || !answer.value) return false;
  for (const { attachmentId, fileState } of answer.value)
    if (fileState) markFileLost(articleId, attachmentId, fileState);
  keepResults(session, quote, answer.value);
  return check.sha256s.every((sha256) => lookUpQuoteCheck(sha256, quote));
}

function keepResults({ review }: Session, quote: string, locations: QuoteLocations): void {
  const results = new Map(useQuoteChecks.getState().results);
  for (const { attachmentId, place } of locations) {
    const sha256 = review.attachments.get(attachmentId)?.sha256;
    if (sha256 !== undefined) results.set(getQuoteKey(sha256, quote), toQuoteCheckResult(place));
  }
  useQuoteChecks.setState({ results });
}

/** Forgets that files could not be read which were restored since. */
function forgetRestored({ review }: Session, schedule: () => void): void {
  const { states } = useFileStates.getState();
  const restored = [...review.attachments.values()].filter(({ id }) => states.get(id) === 'unchanged');
  const sums = new Set(restored.map(({ sha256 }) => sha256));
  const before = useQuoteChecks.getState().results;
  const results = new Map(
    [...before].filter(
      ([key, result]) => result !== 'unreadable' || !sums.has(key.slice(0, key.indexOf(' '))),
    ),
  );
  if (results.size === before.size) return;
  useQuoteChecks.setState({ results });
  schedule();
}

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
