import { create } from 'zustand';
import type { Output } from '../../../shared/contract/commands/commands';
import {
  getQuoteKey,
  listQuoteChecks,
  type QuoteCheck,
  type QuoteCheckLookup,
  type QuoteCheckResult,
  toQuoteCheckResult,
} from '../../../shared/queries/quoted-words';
import { client } from '../client';
import { markFileLost, useFileStates } from '../files/file-states';
import type { Session } from '../review/session';
import { runBackgroundTask } from '../tasks';

type QuoteLocations = NonNullable<Output<'vault.findQuote'>>;

/** How long a search waits for the window to be idle, in milliseconds. */
const idleTimeoutMs = 5_000;

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
    request = requestIdleCallback(() => void searchNext(), { timeout: idleTimeoutMs });
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
