import { reviewToData } from '../../../../shared/domain/review/review-copy';
import type { Log } from '../../platform';
import type { Library } from '../library/library';
import { summarizeReview } from '../library/summarize-review';
import type { ReviewStore } from './review-store';

/**
 * Brings the caches of a review's history up to date: its entry in the library and its snapshot. Does nothing when they are.
 * Never rejects: a failure is only logged.
 */
export async function saveCaches(
  articleId: string,
  store: ReviewStore,
  { library, log }: { library: Library; log: Log },
): Promise<void> {
  if (!store.hasUnsavedSnapshot) return;
  // Both of the same moment: edits may follow while they are written, and rows are replaced, never mutated.
  const { entry, historyBytes, snapshot } = await store.read((review, draft, changes) => ({
    entry: summarizeReview(articleId, review, draft, changes.at(-1)?.at ?? draft.importedAt),
    historyBytes: store.historyBytes,
    snapshot: { lastSeq: store.lastSeq, lastSum: store.lastSum, review: reviewToData(review) },
  }));
  if (library.has(articleId)) library.update(entry, historyBytes);
  // The list first: it is smaller, and the window asks for it next.
  await Promise.all([
    library.write().catch((error) => log.error('the list of articles could not be written', error)),
    store.writeSnapshot(snapshot).catch((error) => log.error('a snapshot could not be written', error)),
  ]);
}
