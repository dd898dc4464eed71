import { isAbsolute, join, relative, sep } from 'node:path';
import { StetError } from '../../errors/stet-error';
import type { System } from '../../system';
import { mkdir, realpath, stat } from '../files/disk';
import { describeDiskError } from '../files/disk-messages';
import { createFolder } from '../files/durable-file';

/**
 * Creates a folder and its missing parents for this user alone, as `createFolder` does: a group that may write to the folder
 * around it gets no access to backups. Existing ones keep their access.
 */
export function createPrivateFolder(folder: string): Promise<void> {
  return createFolder(folder, (path) => mkdir(path, 0o700));
}

/** The folder that Stet proposes for backups. */
export function proposeBackupFolder({ documentsFolder }: Pick<System, 'documentsFolder'>): string {
  return join(documentsFolder, 'Stet backups');
}

/**
 * Makes a folder ready to take backups. Rejects with `badRequest` when it lies in the library or the library in it, where
 * one fault could take both, and with `notSaved` when it can't be created.
 */
export async function acceptBackupFolder(folder: string, libraryFolder: string): Promise<void> {
  try {
    await createPrivateFolder(folder);
    const [chosen, library] = await Promise.all([realpath(folder), realpath(libraryFolder)]);
    if (isInside(chosen, library) || isInside(library, chosen))
      throw new StetError(
        'badRequest',
        'Backups can’t be kept in the library’s own folder, or in one that holds it. Choose another folder, if possible on another disk.',
      );
  } catch (error) {
    if (error instanceof StetError) throw error;
    const { why, remedy } = describeDiskError(error);
    throw new StetError('notSaved', `This folder can’t be used: ${why}. ${remedy}, or choose another one.`, {
      cause: error,
    });
  }
}

/** Whether the folder is there now. Its drive may not be connected. */
export async function isBackupFolderThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Whether a path is a folder or lies in it. Both are absolute and have no links. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
