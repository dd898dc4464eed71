import { join } from 'node:path';
import { getErrorCode } from '../../../errors/error-code';
import { rm, rmdir, unlink } from '../../files/disk';
import { removeTempFiles } from '../../files/temp-files';
import type { WriteAccess } from '../../lock/write-access';
import { libraryPaths } from '../../paths';
import { getFileStamp } from '../../vault/stored-file';
import { inspectFolder } from '../inspect-folder';
import type { PlacePlatform } from '../place-record';
import { listTree } from './list-tree';
import { readMoveMark } from './move-mark';

/** Removes a copy that was not finished. A folder without the mark of one loses only temporary files of Stet. Never rejects. */
export async function discardCopy(folder: string, { log }: Pick<PlacePlatform, 'log'>): Promise<void> {
  try {
    const content = await inspectFolder(folder);
    if (content === 'library') return;
    // The process may have died while it wrote the mark.
    await removeTempFiles(folder);
    if (content !== 'unfinishedCopy') return;
    const { folders, files, links } = await listTree(folder);
    for (const path of [...files.map((file) => file.path), ...links]) await unlink(join(folder, path));
    await removeFolders(folder, folders);
    // Last, so that the rest is recognised should the process die.
    await rm(libraryPaths(folder).move, { force: true });
  } catch (error) {
    log.error('an unfinished copy of the library could not be removed', error);
  }
}

/**
 * Removes the library that `to` was copied from, file by file: what changed since it was copied, and what was not copied, is
 * left. Resolves to whether nothing is left. Rejects with the system's error, or as `access`, the right to write to `from`.
 */
export async function removeFormer(
  { from, to }: { from: string; to: string },
  access: WriteAccess,
  platform: PlacePlatform,
  signal: AbortSignal,
): Promise<boolean> {
  const mark = await readMoveMark(to, platform);
  for (const { path, stamp } of mark?.files ?? []) {
    signal.throwIfAborted();
    if ((await getFileStamp(join(from, path))) !== stamp) continue;
    await access.verify();
    await unlink(join(from, path));
  }
  const { folders, files, links } = await listTree(from, { signal });
  await access.verify();
  await removeFolders(from, folders);
  return mark !== null && files.length === 0 && links.length === 0;
}

/** Removes the folders that are empty, the innermost ones first. */
async function removeFolders(folder: string, folders: readonly { path: string }[]): Promise<void> {
  for (const { path } of [...folders].reverse())
    await rmdir(join(folder, path)).catch((error) => {
      if (!/^(ENOTEMPTY|EEXIST|ENOENT)$/.test(getErrorCode(error) ?? '')) throw error;
    });
}
