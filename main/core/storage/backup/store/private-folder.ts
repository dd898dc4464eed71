import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { getErrorCode } from '../../../errors/error-code';
import { syncFolder } from '../../files/durable-file';

/**
 * Creates a folder and its missing parents for this user alone, so that they survive a power cut. Existing ones keep their access.
 * Not by `recursive`: that reports a full or write-protected disk as a missing folder.
 */
export async function createPrivateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (await isFolder(folder)) return;
    if (getErrorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await createPrivateFolder(dirname(folder));
    return createPrivateFolder(folder);
  }
  await syncFolder(dirname(folder));
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
