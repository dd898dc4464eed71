import { mkdir } from '../../files/disk';
import { createFolder } from '../../files/durable-file';

/**
 * Creates a folder and its missing parents for this user alone, as `createFolder` does: a group that may write to the folder
 * around it gets no access to backups. Existing ones keep their access.
 */
export function createPrivateFolder(folder: string): Promise<void> {
  return createFolder(folder, (path) => mkdir(path, 0o700));
}
