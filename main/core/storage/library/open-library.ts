import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';
import { createFolder, removeTempFiles } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { notSavedError } from '../files/not-saved-error';
import { describeReadProblem } from '../files/recovery-messages';
import { articleFolder, libraryPaths } from '../paths';
import type { Library } from './library';
import { readLibraryFile } from './library-file';
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
  const { rows, removedIds, problems } = await reconcile(platform, file.rows, platform);
  const articles = new Map(rows.map((row) => [row.entry.id, row]));
  const fileProblem = describeReadProblem(
    file.loadResult,
    'the list of articles',
    'It was made again from the articles; those that were in the bin are in the library again.',
  );

  /** Articles that are being deleted. No other operation may touch them. */
  const removing = new Set<string>();

  let lastWrite: Promise<void> = Promise.resolve();
  const write = () => {
    const writing = file.write([...articles.values()]);
    lastWrite = writing.catch(() => undefined);
    return writing;
  };
  // Written now, because otherwise every article would be read again at each start.
  if (file.isOutdated && mayWrite)
    await write().catch((error) => log.error('the list of articles could not be written', error));

  const tryFinishRemoval = async (articleId: string) => {
    const folder = removalFolder(libraryFolder, articleId);
    try {
      await access.verify();
      await finishRemoval(folder, write);
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
    update(entry, historyBytes) {
      const binnedAt = articles.get(entry.id)?.entry.binnedAt ?? null;
      articles.set(entry.id, { entry: { ...entry, binnedAt }, historyBytes });
    },
    async add(articleId) {
      const { row } = await readRow(articleFolder(libraryFolder, articleId), undefined, platform);
      if (!row) return;
      articles.set(articleId, row);
      await write().catch((error) => log.error('the list of articles could not be written', error));
    },
    write,
    waitForWrites: () => lastWrite,
    async setBinned(articleId, binnedAt) {
      const row = getRow(articleId);
      articles.set(articleId, { ...row, entry: { ...row.entry, binnedAt } });
      try {
        await write();
      } catch (error) {
        const latest = articles.get(articleId) ?? row;
        articles.set(articleId, { ...latest, entry: { ...latest.entry, binnedAt: row.entry.binnedAt } });
        throw notSavedError(error, 'The article stays where it was.');
      }
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
