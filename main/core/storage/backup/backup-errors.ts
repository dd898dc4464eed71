import { getErrorCode } from '../../errors/error-code';
import { NotRegularFileError } from '../files/regular-file';

/** The backup folder could not be written to or read. The cause is the system's error. */
export class BackupFolderError extends Error {}

/** Rethrows an error about the backup folder, so that it is not mistaken for one about the library. */
export function toBackupFolderError(error: unknown): never {
  throw error instanceof BackupFolderError
    ? error
    : new BackupFolderError('the backup folder failed', { cause: error });
}

/** Whether an error says that one file of the library can't be read, while the others may. */
export function isUnreadable(error: unknown): boolean {
  return (
    error instanceof NotRegularFileError ||
    /^(ENOENT|ENOTDIR|ELOOP|EIO|EACCES|EPERM)$/.test(getErrorCode(error) ?? '')
  );
}
