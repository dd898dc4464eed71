import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import { describeDiskError } from '../disk/disk-messages.ts';
import { NotRegularFileError } from '../disk/regular-file.ts';

/** The backup folder could not be written to or read. The cause is the system's error. */
class BackupFolderError extends Error {}

/** Rethrows an error as one about the backup folder, so that it is not mistaken for one about the library. */
export function toBackupFolderError(error: unknown): never {
  throw error instanceof BackupFolderError
    ? error
    : new BackupFolderError('the backup folder failed', { cause: error });
}

/** Whether an error concerns a single file of the library that can't be read. */
export function isUnreadable(error: unknown): boolean {
  return (
    error instanceof NotRegularFileError ||
    /^(ENOENT|ENOTDIR|ELOOP|EIO|EACCES|EPERM)$/.test(getErrorCode(error) ?? '')
  );
}

export const folderGoneMessage =
  'The backup folder is not there. If it is on another drive, connect it; Stet tries again by itself. Older backups and the library are as they were.';

export const setMissingMessage =
  'Not backed up: the backup drive isn’t connected, or its backups were removed. The backup folder had backups and has none now. Connect the drive; Stet looks again by itself. In Settings you can choose another folder, or begin a new set there. The library is as it was.';

export const noBackupsMessage =
  'The backup folder had backups and has none now: its drive isn’t connected, or they were removed. Connect the drive, then try again.';

export function notBackedUpError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const isAboutFolder = error instanceof BackupFolderError;
  const { why, remedy } = describeDiskError(isAboutFolder ? error.cause : error);
  const where = isAboutFolder ? 'in the backup folder' : 'in the library';
  return new StetError(
    'notSaved',
    `Not backed up: ${why} (${where}). ${remedy}; Stet tries again by itself. Older backups are as they were.`,
    { cause: isAboutFolder ? error.cause : error },
  );
}

export function noFolderError(): StetError {
  return new StetError('badRequest', 'No backup folder is chosen yet. Choose one in Settings.');
}

/** The error when the backups can't be read from the disk. Its cause is the system's error. */
export function backupsUnreadableError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = describeDiskError(error);
  return new StetError('notFound', `The backups can’t be read: ${why}. ${remedy}, then try again.`, {
    cause: error,
  });
}

export function backupGoneError(): StetError {
  return new StetError(
    'notFound',
    'This backup can’t be read: it is not there any more, or it is damaged. Choose another one.',
  );
}
