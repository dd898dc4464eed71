import { reviewToData } from '../../../../shared/domain/review/review-data';
import type { System } from '../../system';
import type { FilePlatform } from '../files/durable-json-file';
import { summarizeArticle, writeSummary } from '../library/article-summary';
import type { Library } from '../library/library';
import { articleFolder } from '../paths';
import type { ReviewStore } from './review-store';

export interface SaveContext extends FilePlatform, Pick<System, 'libraryFolder'> {
  library: Library;
}

/**
 * Brings the caches of a review's history up to date: its summary, also in the library's list, and its snapshot. Does nothing
 * when they are. Never rejects: a failure is only logged.
 */
export async function saveCaches(articleId: string, store: ReviewStore, context: SaveContext): Promise<void> {
  if (!store.hasUnsavedSnapshot) return;
  const { library, libraryFolder, log } = context;
  // Both of the same moment: edits may follow while they are written, and rows are replaced, never mutated.
  const { summary, snapshot } = await store.read((...content) => ({
    summary: summarizeArticle(articleId, store.end.bytes, ...content),
    snapshot: {
      lastSeq: store.end.seq,
      lastSum: store.end.sha256,
      historyEnd: { bytes: store.end.bytes, ...store.undoDepths },
      review: reviewToData(content[0]),
    },
  }));
  if (library.has(articleId)) library.update(summary);
  // The snapshot last: as long as it is out of date, the review stays open.
  await writeSummary(articleFolder(libraryFolder, articleId), summary, context).catch((error) =>
    log.error('a summary could not be written', error),
  );
  await store.writeSnapshot(snapshot).catch((error) => log.error('a snapshot could not be written', error));
}

/** Brings the list, in memory, up to date with a review that may be ahead of it. */
export async function updateList(articleId: string, store: ReviewStore, library: Library): Promise<void> {
  if (!library.has(articleId) || library.getHistoryBytes(articleId) === store.end.bytes) return;
  library.update(await store.read((...content) => summarizeArticle(articleId, store.end.bytes, ...content)));
}
