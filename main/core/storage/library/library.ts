import type { CountedReading, LibraryEntry } from '../../../../shared/domain/library/library-entry';
import { keepUnknownFields } from '../../../../shared/text/stored-object';
import { StetError } from '../../errors/stet-error';
import { createSerialQueue } from '../../serial-queue';
import type { System } from '../../system';
import { notSavedError } from '../files/disk-messages';
import { createFolder, removeTempFiles } from '../files/durable-file';
import { describeReadProblem, type FilePlatform } from '../files/open-store';
import { articleFolder, libraryPaths } from '../paths';
import { finishRemoval, moveToRemovalFolder, removalFolder, writeBinMark } from './article-folder';
import type { ArticleSummary } from './article-summary';
import { type LibraryRow, readLibraryFile } from './library-file';
import { LibraryFollower, readRow, reconcile } from './reconcile';

/** Writes the list of articles when it has changed. */
interface ListWriter {
  markChanged(): void;
  /** Resolves once the list is on the disk. Rejects with the system's error or as `WriteAccess.verify`. */
  write(): Promise<void>;
  /** As `write`, as far as this process may. Never rejects: the list is a cache. */
  tryWrite(): Promise<void>;
  /** As `tryWrite`. Resolves once nothing is written any more. */
  close(): Promise<void>;
}

/** Creates a writer of a list that has changed already or not. Calls of `writeNow` run one after the other. */
function createListWriter(
  isChangedAlready: boolean,
  writeNow: () => Promise<void>,
  { access, log }: FilePlatform,
): ListWriter {
  const inTurn = createSerialQueue();
  let isChanged = isChangedAlready;
  const write = () =>
    inTurn(async () => {
      if (!isChanged) return;
      isChanged = false;
      try {
        await writeNow();
      } catch (error) {
        isChanged = true;
        throw error;
      }
    });
  const tryWrite = async () => {
    if (access.refusal !== null) return;
    await write().catch((error) => log.error('the list of articles could not be written', error));
  };
  return {
    markChanged() {
      isChanged = true;
    },
    write,
    tryWrite,
    async close() {
      await tryWrite();
      await inTurn(() => undefined);
    },
  };
}

/**
 * The list of articles, a cache of their folders: `open-library.ts` opens it, `library-file.ts` and `list-writer.ts` store it
 * whole, `reconcile.ts` and `article-row.ts` bring it in line with the folders at the start. Each folder has a summary of its
 * article (`article-summary.ts`, `summarize-review.ts`), which is all that an edit has to write, and the mark of the bin
 * (`bin-mark.ts`). `folders/create-article.ts` and `remove-article.ts` create and delete a folder, by way of
 * `unfinished-folder.ts`. `follow-library.ts` reads what another Stet writes meanwhile. Beside it are the sources of all
 * articles (`source-index.ts`).
 */
export interface Library {
  list(): LibraryEntry[];
  /** The entries with the sizes of their histories. */
  rows(): LibraryRow[];
  /** Problems found at the start, in plain words. */
  problems: string[];
  has(articleId: string): boolean;
  /** The size of an article's history in bytes when its entry was made; null when there is none. */
  getHistoryBytes(articleId: string): number | null;
  /**
   * Replaces or adds an entry. The file with the list is written when articles come or go, and by `close`: an entry that it
   * lacks is taken from the article's summary at the next start. An article in the bin stays there, and what was counted of its
   * reading stays with it.
   */
  update(summary: Pick<ArticleSummary, 'entry' | 'historyBytes'>): void;
  /** Remembers how far reading an article is. Nothing else changes. Does nothing with an article that is not listed. */
  updateReading(articleId: string, reading: CountedReading): void;
  /** Lists an article whose folder was just created. Never rejects: the next start lists it as well. */
  add(articleId: string): Promise<void>;
  /**
   * While another Stet may write to the library: brings the list in line with what it did. Resolves to whether anything changed.
   * Never rejects: where the folders can't be read, the list is as it was.
   */
  follow(): Promise<boolean>;
  /** Writes the list if it changed. Resolves once nothing is written any more. Never rejects: the list is a cache. */
  close(): Promise<void>;
  /** Moves an article to the bin (a timestamp) or back (null). Rejects with `notFound`, `notSaved` or `readOnly`. */
  setBinned(articleId: string, binnedAt: string | null): Promise<void>;
  /**
   * Deletes an article that is in the bin. `closeAndRun` has to close its review, then run the step that moves the folder away.
   * False when some files can only be removed at the next start. Rejects with `notFound`, `badRequest` or `notSaved`, and then
   * the article is in the bin as before.
   */
  remove(articleId: string, closeAndRun: (step: () => Promise<void>) => Promise<void>): Promise<boolean>;
}

interface LibraryContext extends FilePlatform, Pick<System, 'libraryFolder' | 'newId'> {
  /** Whether the last writer died and may have left temporary files anywhere. */
  wasLeft: boolean;
}

/** Opens the list of articles and brings it in line with their folders. Rejects when the folder can't be created or read. */
export async function openLibrary(platform: LibraryContext): Promise<Library> {
  const { libraryFolder, log, access, wasLeft } = platform;
  const paths = libraryPaths(libraryFolder);
  const mayWrite = access.refusal === null;
  if (mayWrite) {
    await access.verify();
    await createFolder(paths.articles);
    await removeTempFiles(libraryFolder);
  }
  const file = await readLibraryFile(paths.library, platform);
  const { rows, hasChanged, removedIds, problems } = await reconcile(platform, file.rows, wasLeft);
  const articles = new Map(rows.map((row) => [row.entry.id, row]));
  const fileProblem = describeReadProblem(
    file.loadResult,
    'the list of articles',
    'It was made again from the articles.',
  );

  const follower = new LibraryFollower(platform);
  /** Articles that are being deleted. No other operation may touch them. */
  const removing = new Set<string>();

  const writeNow = () => file.write([...articles.values()]);
  const list = createListWriter(hasChanged, writeNow, platform);
  const change = (id: string, row: LibraryRow) => {
    const isNew = !articles.has(id);
    articles.set(id, row);
    list.markChanged();
    if (isNew) void list.tryWrite();
  };
  // Written now, because otherwise the same articles would be read again at each start.
  await list.tryWrite();

  const tryFinishRemoval = async (articleId: string) => {
    const folder = removalFolder(libraryFolder, articleId);
    try {
      await access.verify();
      list.markChanged();
      await finishRemoval(folder, list.write);
      return true;
    } catch (error) {
      log.error(`the rest of ${articleId} could not be removed`, error);
      return false;
    }
  };
  if (mayWrite) for (const id of removedIds) await tryFinishRemoval(id);

  const getRow = (articleId: string) => {
    const row = articles.get(articleId);
    if (!row || removing.has(articleId))
      throw new StetError('notFound', 'This article is no longer in the library.');
    return row;
  };

  return {
    list: () => Array.from(articles.values(), ({ entry }) => entry),
    rows: () => [...articles.values()],
    problems: fileProblem ? [fileProblem, ...problems] : problems,
    has: (articleId) => articles.has(articleId),
    getHistoryBytes: (articleId) => articles.get(articleId)?.historyBytes ?? null,
    update({ entry, historyBytes }) {
      const before = articles.get(entry.id);
      const { binnedAt, reading } = before?.entry ?? { binnedAt: null, reading: null };
      change(entry.id, keepUnknownFields(before, { entry: { ...entry, reading, binnedAt }, historyBytes }));
    },
    updateReading(articleId, reading) {
      const row = articles.get(articleId);
      if (row) change(articleId, { ...row, entry: { ...row.entry, reading } });
    },
    async add(articleId) {
      const { row } = await readRow(articleFolder(libraryFolder, articleId), null, null, platform);
      if (row) change(articleId, row);
    },
    async follow() {
      if (access.refusal === null) return false;
      const rows = await follower.read(articles).catch(() => null);
      // Another process may have given the library back meanwhile.
      if (rows === null || access.refusal === null) return false;
      const isSame = rows.length === articles.size && rows.every((row) => articles.get(row.entry.id) === row);
      articles.clear();
      for (const row of rows) articles.set(row.entry.id, row);
      return !isSame;
    },
    close: list.close,
    async setBinned(articleId, binnedAt) {
      getRow(articleId);
      try {
        await writeBinMark(articleFolder(libraryFolder, articleId), binnedAt, platform);
      } catch (error) {
        throw notSavedError(error, 'The article stays where it was.');
      }
      const row = getRow(articleId);
      change(articleId, { ...row, entry: { ...row.entry, binnedAt } });
    },
    async remove(articleId, closeAndRun) {
      if (getRow(articleId).entry.binnedAt === null)
        throw new StetError('badRequest', 'Only what is in the bin can be deleted for good.');
      removing.add(articleId);
      try {
        await closeAndRun(async () => {
          await access.verify().catch((error) => {
            throw notSavedError(error, 'The article stays in the bin.');
          });
          await moveToRemovalFolder(libraryFolder, articleId);
          articles.delete(articleId);
        });
      } finally {
        removing.delete(articleId);
      }
      return tryFinishRemoval(articleId);
    },
  };
}
