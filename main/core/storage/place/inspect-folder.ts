import { constants } from 'node:fs';
import { basename } from 'node:path';
import { getErrorCode } from '../../errors/error-code';
import { access, readdirWithLinks } from '../files/disk';
import { libraryPaths } from '../paths';

/** The content of a folder, as far as a library is concerned. */
export type FolderContent =
  | 'absent'
  | 'library'
  /** A copy of a library that was not finished. */
  | 'unfinishedCopy'
  | 'empty'
  /** It has other files, or is no folder at all. */
  | 'other'
  /** This user may not read it. */
  | 'denied'
  /** The disk or the network failed. */
  | 'failed';

/** Names that systems put into folders by themselves, and the lock of a library that was never created. */
export const ignoredNames: ReadonlySet<string> = new Set([
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  'lost+found',
  basename(libraryPaths('').lock),
]);

/** Looks into a folder. Never rejects. */
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
