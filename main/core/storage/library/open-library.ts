import { rm } from 'node:fs/promises';
import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';
import { createSerialQueue } from '../../serial-queue';
import { createFolder, removeTempFiles } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { notSavedError } from '../files/not-saved-error';
import { describeReadProblem } from '../files/recovery-messages';
import { articleFolder, libraryPaths } from '../paths';
import { writeBinMark } from './bin-mark';
import type { Library } from './library';
import { type LibraryRow, readLibraryFile } from './library-file';
import { readRow, reconcile } from './reconcile';
import { finishRemoval, moveToRemovalFolder } from './remove-article';
import { removalFolder } from './unfinished-folder';

interface LibraryContext extends FilePlatform, Pick<Platform, 'libraryFolder'> {
  /** Whether the last writer died and may have left temporary files anywhere. */
  wasLeft: boolean;
}

/** Opens the list of articles and brings it in line with their folders. Rejects when the folder can't be created or read. */
export async function openLibrary(platform: LibraryContext): Promise<Library> {
  const { libraryFolder, log, access } = platform;
  const paths = libraryPaths(libraryFolder);
  const mayWrite = access.refusal === null;
  if (mayWrite) {
    await access.verify();
    await createFolder(paths.articles);
    await removeTempFiles(libraryFolder);
  }
  const file = await readLibraryFile(paths.library, platform);
  const { wasLeft } = platform;
  const options = { listHoldsBin: file.holdsBin, wasLeft };
  const { rows, hasChanged, removedIds, problems } = await reconcile(platform, file.rows, options);
  const articles = new Map(rows.map((row) => [row.entry.id, row]));
  const fileProblem = describeReadProblem(
    file.loadResult,
    'the list of articles',
    'It was made again from the articles.',
  );

  /** Articles that are being deleted. No other operation may touch them. */
  const removing = new Set<string>();

  let isListedBinStored = !file.holdsBin;
  /** Stores the bin of a list of an earlier version with the articles, before that list is overwritten or differs from them. */
  const storeListedBin = async () => {
    if (isListedBinStored) return;
    for (const { entry } of articles.values())
      if (entry.binnedAt !== null)
        await writeBinMark(articleFolder(libraryFolder, entry.id), entry.binnedAt, platform);
    isListedBinStored = true;
  };

  let isChanged = hasChanged || file.holdsBin;
  const inTurn = createSerialQueue();
  /** Resolves once the list is on the disk, if it changed since the last time. Rejects with the system's error. */
  const write = () =>
    inTurn(async () => {
      if (!isChanged) return;
      isChanged = false;
      try {
        await storeListedBin();
        await file.write([...articles.values()]);
      } catch (error) {
        isChanged = true;
        throw error;
      }
    });
  const tryWrite = () =>
    access.refusal === null
      ? write().catch((error) => log.error('the list of articles could not be written', error))
      : Promise.resolve();
  const change = (id: string, row: LibraryRow) => {
    const isNew = !articles.has(id);
    articles.set(id, row);
    isChanged = true;
    if (isNew) void tryWrite();
  };
  // Written now, because otherwise the same articles would be read again at each start.
  await tryWrite();
  // It would name the sources of articles that were deleted since.
  if (mayWrite) await removeFormerSources(paths.formerSources, platform);

  const tryFinishRemoval = async (articleId: string) => {
    const folder = removalFolder(libraryFolder, articleId);
    try {
      await access.verify();
      await finishRemoval(folder, () => {
        isChanged = true;
        return write();
      });
      return true;
    } catch (error) {
      log.error(`${folder} could not be removed`, error);
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
      const binnedAt = articles.get(entry.id)?.entry.binnedAt ?? null;
      change(entry.id, { entry: { ...entry, binnedAt }, historyBytes });
    },
    async add(articleId) {
      const { row } = await readRow(articleFolder(libraryFolder, articleId), null, null, platform);
      if (row) change(articleId, row);
    },
    async close() {
      await tryWrite();
      await inTurn(() => undefined);
    },
    async setBinned(articleId, binnedAt) {
      getRow(articleId);
      try {
        await storeListedBin();
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
          await access.verify();
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

async function removeFormerSources(path: string, { access, log }: FilePlatform): Promise<void> {
  try {
    await access.verify();
    await rm(path, { force: true });
  } catch (error) {
    log.error('the list of sources of an earlier version could not be removed', error);
  }
}
