import { constants } from 'node:fs';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import { access, readdirWithLinks, realpath } from '../disk/disk.ts';
import { libraryPaths, userDataPaths } from '../disk/paths.ts';

export type FolderContent =
  | 'absent'
  | 'library'
  | 'unfinishedCopy'
  | 'empty'
  /** It has other files, or is no folder at all. */
  | 'other'
  /** This user may not read it. */
  | 'denied'
  /** The disk or the network failed. */
  | 'failed';

/** Files that systems put into folders, and the lock of a library that was never created. */
export const ignoredNames: ReadonlySet<string> = new Set([
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  'lost+found',
  basename(libraryPaths('').lock),
]);

/** Determines the content of a folder. Never rejects. */
export async function inspectFolder(folder: string): Promise<FolderContent> {
  const { library, articles, move } = libraryPaths('');
  try {
    const names = new Set((await readdirWithLinks(folder)).map(({ name }) => name));
    await access(folder, constants.R_OK | constants.X_OK);
    if (names.has(move)) return 'unfinishedCopy';
    if (names.has(library) || names.has(articles)) return 'library';
    return [...names].every((name) => ignoredNames.has(name)) ? 'empty' : 'other';
  } catch (error) {
    const code = getErrorCode(error);
    if (code === 'ENOENT') return 'absent';
    if (code === 'ENOTDIR') return 'other';
    return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
  }
}

/** Shows the last part of a path, or all of it for the root of a disk. */
function nameOf(folder: string): string {
  return basename(folder) || folder;
}

function refusal(message: string): StetError {
  return new StetError('badRequest', message);
}

/**
 * Judges a folder that the reviewer chose to open. Resolves to whether it is empty, so that a new library could begin there.
 * Rejects with a sentence when it is neither a library nor empty.
 */
export async function checkFolderToOpen(
  folder: string,
  userDataFolder: string,
): Promise<{ isEmpty: boolean }> {
  const name = nameOf(folder);
  switch (await inspectFolder(folder)) {
    case 'library':
      return { isEmpty: false };
    case 'empty':
      await refuseUserData(folder, userDataFolder);
      return { isEmpty: true };
    case 'unfinishedCopy':
      throw refusal(
        `“${name}” holds a copy of a library that was not finished. Nothing was opened. Choose the library that it was made from.`,
      );
    case 'denied':
      throw refusal(
        `You are not allowed to read “${name}”. Nothing was opened. Check the permissions of the folder.`,
      );
    case 'absent':
      throw refusal(`“${name}” is not there any more. Nothing was opened. Choose another folder.`);
    case 'failed':
      throw refusal(`“${name}” can’t be read. Nothing was opened. Check the disk and its connection.`);
    case 'other':
      throw refusal(
        `“${name}” is not a library of Stet: it has neither a file library.json nor a folder articles. Nothing was opened. Choose the folder that has them, or an empty one.`,
      );
  }
}

/** Refuses a folder for a new library, or to move one to, unless it is empty. `consequence` says what was not done. */
export async function checkEmptyFolder(
  folder: string,
  userDataFolder: string,
  consequence: string,
): Promise<void> {
  const content = await inspectFolder(folder);
  const name = nameOf(folder);
  if (content === 'denied')
    throw refusal(
      `You are not allowed to read “${name}”. ${consequence} Check the permissions of the folder.`,
    );
  if (content === 'failed')
    throw refusal(`“${name}” can’t be read. ${consequence} Check the disk and its connection.`);
  if (content !== 'empty' && content !== 'absent')
    throw refusal(`“${name}” is not empty. ${consequence} Choose an empty folder, or create a new one.`);
  await refuseUserData(folder, userDataFolder);
}

/** Refuses the library itself and a target inside it that would be moved or copied there. `consequence` says what was not done. */
export async function refuseInside(
  folder: string,
  libraryFolder: string,
  consequence: string,
): Promise<void> {
  if ((await resolveLinks(folder)) === (await resolveLinks(libraryFolder)))
    throw refusal(`“${nameOf(folder)}” is the library itself. ${consequence} Choose another folder.`);
  if (await isInside(folder, libraryFolder))
    throw refusal(`“${nameOf(folder)}” is inside the library. ${consequence} Choose a folder outside of it.`);
}

/** Refuses Stet's own folder, in which Stet removes files that it recognises as its own. */
async function refuseUserData(folder: string, userDataFolder: string): Promise<void> {
  const isUsual =
    (await resolveLinks(folder)) === (await resolveLinks(userDataPaths(userDataFolder).library));
  if (!isUsual && (await isInside(folder, userDataFolder)))
    throw refusal(
      `Stet keeps files of its own around “${nameOf(folder)}”. Nothing was changed. Choose a folder elsewhere.`,
    );
}

/** Whether two paths lead to the same folder. */
export async function isSameFolder(one: string, other: string): Promise<boolean> {
  return (await resolveLinks(one)) === (await resolveLinks(other));
}

async function isInside(folder: string, outer: string): Promise<boolean> {
  const path = relative(await resolveLinks(outer), await resolveLinks(folder));
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function resolveLinks(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
