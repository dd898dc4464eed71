import type { LibraryEntry } from '../../../../shared/domain/library/library-entry';
import { StetError } from '../../errors/stet-error';
import type { Outside } from '../../platform';
import { makeFolder, removeHalfWritten } from '../files/durable-file';
import { notSaved } from '../files/not-saved';
import { foundWords } from '../files/recovery-messages';
import { libraryPaths } from './article-folder';
import { type LibraryRow, readLibraryFile } from './library-file';
import { reconcile } from './reconcile';
import { moveAway, removeRest } from './remove-article';
import type { ReviewedEntry } from './summarize-review';
import { folderInRemoval } from './unfinished-folder';

export interface Library {
  list(): LibraryEntry[];
  /** The same with the sizes of their histories. */
  rows(): LibraryRow[];
  /** Damage found at the start, in plain words. */
  problems: string[];
  has(articleId: string): boolean;
  /** Takes in what an article tells of itself; whether it is in the bin stays as it is. In memory until `write`. */
  put(entry: ReviewedEntry, historyBytes: number): void;
  /** Resolves once the list is on the disk; rejects with the system's error. It is a cache: nothing is lost then. */
  write(): Promise<void>;
  /** Moves an article to the bin (a moment) or back (null). Rejects with `notFound`, `notSaved` or `readOnly`. */
  setBinned(articleId: string, binnedAt: string | null): Promise<void>;
  /**
   * Deletes an article that is in the bin; `letGo` runs what takes its folder away, when nothing is at work in it. False when
   * some of its files have to wait for the next start to be removed. Rejects with `notFound`, `badRequest` or `notSaved`, and
   * then the article is in the bin as before.
   */
  remove(articleId: string, letGo: (takeAway: () => Promise<void>) => Promise<void>): Promise<boolean>;
}

/** Opens the list of articles and brings it in line with their folders. Rejects when the folder can't be made or read. */
export async function openLibrary({
  folder,
  now,
  log,
}: Pick<Outside, 'folder' | 'now' | 'log'>): Promise<Library> {
  const paths = libraryPaths(folder);
  await makeFolder(paths.articles);
  await removeHalfWritten(folder);
  const file = await readLibraryFile(paths.library, now);
  const { rows, removed, problems } = await reconcile({ folder, now, log }, file.rows);
  const articles = new Map(rows.map((row) => [row.entry.id, row]));
  const found = foundWords(
    file.found,
    'the list of articles',
    'It was made again from the articles; those that were in the bin stand in the library again.',
  );

  /** Those that are being deleted: nothing may happen to them meanwhile. */
  const leaving = new Set<string>();

  const write = () => file.write([...articles.values()]);
  // Once: reading every article again takes its time at each start.
  if (file.isOfAnotherVersion)
    await write().catch((error) => log.error('the list of articles could not be written', error));

  const finishRemoval = async (folderLeft: string) => {
    try {
      await removeRest(folderLeft, write);
      return true;
    } catch (error) {
      log.error(`${folderLeft} could not be removed`, error);
      return false;
    }
  };
  for (const id of removed) await finishRemoval(folderInRemoval(folder, id));

  const rowOf = (articleId: string) => {
    const row = articles.get(articleId);
    if (!row || leaving.has(articleId))
      throw new StetError('notFound', 'This article is no longer in the library.');
    return row;
  };

  return {
    list: () => Array.from(articles.values(), ({ entry }) => entry),
    rows: () => [...articles.values()],
    problems: found ? [found, ...problems] : problems,
    has: (articleId) => articles.has(articleId),
    put(entry, historyBytes) {
      const binnedAt = articles.get(entry.id)?.entry.binnedAt ?? null;
      articles.set(entry.id, { entry: { ...entry, binnedAt }, historyBytes });
    },
    write,
    async setBinned(articleId, binnedAt) {
      const row = rowOf(articleId);
      articles.set(articleId, { ...row, entry: { ...row.entry, binnedAt } });
      try {
        await write();
      } catch (error) {
        const latest = articles.get(articleId) ?? row;
        articles.set(articleId, { ...latest, entry: { ...latest.entry, binnedAt: row.entry.binnedAt } });
        throw notSaved(error, 'The article stays where it was.');
      }
    },
    async remove(articleId, letGo) {
      if (rowOf(articleId).entry.binnedAt === null)
        throw new StetError('badRequest', 'Only what is in the bin can be deleted for good.');
      leaving.add(articleId);
      try {
        await letGo(async () => {
          await moveAway(folder, articleId);
          articles.delete(articleId);
        });
      } finally {
        leaving.delete(articleId);
      }
      return finishRemoval(folderInRemoval(folder, articleId));
    },
  };
}
