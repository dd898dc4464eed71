import { keepUnknownFields } from '../../../../shared/text/stored-object';
import { StetError } from '../../errors/stet-error';
import type { System } from '../../system';
import { createFolder } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { notSavedError } from '../files/not-saved-error';
import { describeReadProblem } from '../files/recovery-messages';
import { removeTempFiles } from '../files/temp-files';
import { articleFolder, libraryPaths } from '../paths';
import { readRow } from './article-row';
import { writeBinMark } from './bin-mark';
import { LibraryFollower } from './follow-library';
import type { Library } from './library';
import { type LibraryRow, readLibraryFile } from './library-file';
import { createListWriter } from './list-writer';
import { reconcile } from './reconcile';
import { finishRemoval, moveToRemovalFolder } from './remove-article';
import { removalFolder } from './unfinished-folder';

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
