import { join } from 'node:path';
import { StetError } from '../../errors/stet-error';
import type { System } from '../../system';
import { createGiveWay } from '../../tasks/give-way';
import type { Task } from '../../tasks/task';
import { removeTree } from '../files/disk';
import { nameFolder } from '../files/name-folder';
import { notSavedError } from '../files/not-saved-error';
import { noteLastWriter, type Writer } from '../library/library-id';
import { alwaysWritable } from '../lock/write-access';
import { articleFolder, libraryPaths } from '../paths';
import { createPrivateFolder } from './backup-folder';
import type { BackupSet } from './backup-set';
import { type Manifest, sumBytes } from './manifest';
import { chooseVersion, restoreFiles } from './restore-files';
import { noteUnfinishedRestore, removeUnfinishedRestore, unfinishedPrefix } from './unfinished-restore';

interface RestoredLibrary {
  /** Absolute path of the new library. */
  folder: string;
  /** The titles of articles whose history or text the backup lost. */
  lostArticles: string[];
  /** The number of attached files that the backup lost. */
  lostFiles: number;
}

/**
 * Restores a whole library into a new folder inside `parent`, which appears whole or not at all, beside the present library.
 * Articles that were in the bin are in the bin. Rejects with `notSaved`, or with the signal's reason; then nothing is left behind.
 */
export async function restoreLibrary(
  manifest: Manifest,
  {
    set,
    parent,
    writer,
    platform,
  }: {
    set: BackupSet;
    parent: string;
    writer: Writer;
    platform: Pick<System, 'userDataFolder' | 'log' | 'newId'>;
  },
  { signal, reportProgress }: Task,
): Promise<RestoredLibrary> {
  const folder = join(
    parent,
    `Stet library of ${manifest.takenAt.slice(0, 16).replace('T', ' ').replace(':', '.')}`,
  );
  const made = join(parent, unfinishedPrefix + platform.newId());
  const versions = manifest.articles.map((article) => ({ article, files: chooseVersion(article).files }));
  const total = versions.reduce((sum, { files }) => sum + sumBytes(files), 0);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    reportProgress('', done, total);
  };
  const context = { pool: set.pool, giveWay: createGiveWay(), signal, onBytes };
  const lostArticles: string[] = [];
  let lostFiles = 0;
  // The disk with the settings may be the one because of which the library is restored to another.
  await noteUnfinishedRestore(platform.userDataFolder, made).catch((error) =>
    platform.log.error('the folder of a library that is being restored could not be noted', error),
  );
  try {
    await createPrivateFolder(libraryPaths(made).articles);
    for (const { article, files } of versions) {
      signal.throwIfAborted();
      const target = articleFolder(made, article.id);
      try {
        lostFiles += (await restoreFiles(target, files, context)).length;
      } catch (error) {
        if (!(error instanceof StetError)) throw error;
        // The other articles are worth having.
        await removeTree(target);
        lostArticles.push(article.title);
      }
    }
    // So that it is nobody else's, wherever it is put.
    await noteLastWriter({ libraryFolder: made, newId: platform.newId }, writer, alwaysWritable);
    const named = await nameFolder(made, folder);
    await removeUnfinishedRestore(platform);
    return { folder: named, lostArticles, lostFiles };
  } catch (error) {
    await removeTree(made).catch(() => undefined);
    await removeUnfinishedRestore(platform);
    if (error instanceof StetError || signal.aborted) throw error;
    throw notSavedError(
      error,
      'The library was not restored; the present one and the backup are as they were.',
    );
  }
}
