import { basename, dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { createGiveWay, type Task } from '#main/base/tasks.ts';
import { noteLastWriter, type Writer } from '../access/library-id.ts';
import { removeTree, rm } from '../disk/disk.ts';
import { notSavedError } from '../disk/disk-messages.ts';
import { isFolder, nameFolder } from '../disk/durable-file.ts';
import { openStore, readJsonFile } from '../disk/open-store.ts';
import { articleFolder, libraryPaths, userDataPaths } from '../disk/paths.ts';
import { alwaysWritable } from '../disk/write-access.ts';
import { type BackupSet, createPrivateFolder } from './backup-set.ts';
import { type Manifest, sumBytes } from './manifest.ts';
import { chooseVersion, restoreFiles } from './restore-article.ts';

/** The name of a folder in which a library is being restored begins with this. */
const unfinishedPrefix = '.restoring-';

const format = {
  format: 'stet-restore',
  version: 1,
  schema: z.looseObject({
    folders: z.array(
      z.string().refine((path) => isAbsolute(path) && basename(path).startsWith(unfinishedPrefix)),
    ),
  }),
};

type NoteContext = Pick<System, 'userDataFolder' | 'now' | 'log'>;

const openNote = ({ userDataFolder, ...platform }: NoteContext) =>
  openStore(userDataPaths(userDataFolder).restore, format, { ...platform, access: alwaysWritable });

/**
 * Notes where a library is being restored, so that the next start finds the leftovers of a killed process. Rejects with the system's
 * error.
 */
export async function noteUnfinishedRestore(context: NoteContext, folder: string): Promise<void> {
  const note = openNote(context);
  const before = (await note.peek())?.folders ?? [];
  await note.save({ folders: [...before, folder] });
}

/**
 * Removes the folders of unfinished restores, and their note. Folders on a disk that is not connected stay noted for a later start.
 * Never rejects.
 */
export async function removeUnfinishedRestore(context: NoteContext): Promise<void> {
  const note = openNote(context);
  const read = await readJsonFile(note.path, format).catch(() => null);
  if (!read || read.state === 'absent' || read.state === 'newer') return;
  try {
    const left: string[] = [];
    for (const folder of read.state === 'read' ? read.data.folders : [])
      if (await isFolder(dirname(folder))) await removeTree(folder);
      else left.push(folder);
    if (left.length > 0) await note.save({ folders: left });
    else await rm(note.path, { force: true });
  } catch (error) {
    context.log.error('what was left of restoring a library could not be removed', error);
  }
}

interface RestoredLibrary {
  folder: string;
  lostArticles: string[];
  lostFiles: number;
}

interface RestoreContext {
  set: BackupSet;
  /** The folder in which the library's new folder is created. */
  parent: string;
  /** Who counts as the last to write to the library. */
  writer: Writer;
  platform: NoteContext & Pick<System, 'newId'>;
}

/**
 * Restores a whole library into a new folder inside `parent`. The folder appears whole or not at all.
 * Articles that were in the bin are in the bin. Rejects with `notSaved`, or with the signal's reason; then nothing is left behind.
 */
export async function restoreLibrary(
  manifest: Manifest,
  { set, parent, writer, platform }: RestoreContext,
  { signal, reportProgress }: Task,
): Promise<RestoredLibrary> {
  const folder = join(
    parent,
    `Stet library of ${manifest.takenAt.slice(0, 16).replace('T', ' ').replace(':', '.')}`,
  );
  const unfinished = join(parent, unfinishedPrefix + platform.newId());
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
  // A failure is only logged: the disk of the note may be the broken one that the library is restored from.
  await noteUnfinishedRestore(platform, unfinished).catch((error) =>
    platform.log.error('the folder of a library that is being restored could not be noted', error),
  );
  try {
    await createPrivateFolder(libraryPaths(unfinished).articles);
    for (const { article, files } of versions) {
      signal.throwIfAborted();
      const target = articleFolder(unfinished, article.id);
      try {
        lostFiles += (await restoreFiles(target, files, context)).length;
      } catch (error) {
        if (!(error instanceof StetError)) throw error;
        // The other articles are restored all the same.
        await removeTree(target);
        lostArticles.push(article.title);
      }
    }
    // The note of the writer makes the library this installation's own, wherever it is moved.
    await noteLastWriter({ ...platform, libraryFolder: unfinished }, writer, alwaysWritable);
    const restored = await nameFolder(unfinished, folder);
    await removeUnfinishedRestore(platform);
    return { folder: restored, lostArticles, lostFiles };
  } catch (error) {
    await removeTree(unfinished).catch(() => undefined);
    await removeUnfinishedRestore(platform);
    if (error instanceof StetError || signal.aborted) throw error;
    throw notSavedError(
      error,
      'The library was not restored; the present one and the backup are as they were.',
    );
  }
}
