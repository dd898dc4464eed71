import type { Log } from '../../platform';
import type { Library } from '../library/library';
import { entryOf } from '../library/summarize-review';
import type { ReviewStore } from './review-store';

/**
 * Writes what is new in a review to its place in the library and to its snapshot; the list first, as it is the smaller, and
 * what the window asks for next. Costs nothing when nothing is new. Never rejects: a failure is only logged.
 */
export async function flushReview(
  articleId: string,
  store: ReviewStore,
  { library, log }: { library: Library; log: Log },
): Promise<void> {
  if (!store.unwritten) return;
  const { entry, historyBytes } = await store.read((tables, draft, changes) => ({
    entry: entryOf(tables, draft, changes.at(-1)?.at ?? draft.importedAt),
    historyBytes: store.historyBytes,
  }));
  if (library.has(articleId)) library.put(entry, historyBytes);
  await Promise.all([
    library.write().catch((error) => log.error('the list of articles could not be written', error)),
    store.flush(),
  ]);
}
