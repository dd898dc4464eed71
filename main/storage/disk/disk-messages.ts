import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import { LinkError } from './disk.ts';

const reasons: Record<string, { why: string; remedy: string }> = {
  ENOSPC: { why: 'the disk is full', remedy: 'Make room on the disk' },
  EDQUOT: { why: 'your share of the disk is used up', remedy: 'Make room on the disk' },
  EFBIG: { why: 'the file would be too large for this disk', remedy: 'Use another disk' },
  EACCES: { why: 'Stet is not allowed to write there', remedy: 'Check the permissions of the folder' },
  EPERM: { why: 'Stet is not allowed to write there', remedy: 'Check the permissions of the folder' },
  EROFS: { why: 'the disk is write-protected', remedy: 'Make the disk writable' },
  EIO: { why: 'the disk reported an error', remedy: 'Check the disk and its connection' },
  ENXIO: { why: 'the disk is gone', remedy: 'Connect the disk again' },
  ENODEV: { why: 'the disk is gone', remedy: 'Connect the disk again' },
  ENOENT: { why: 'the folder or file is gone', remedy: 'Put the folder back, or connect its disk again' },
  ENOTDIR: { why: 'the folder is gone', remedy: 'Put the folder back' },
  EISDIR: { why: 'a folder stands in the place of one of Stet’s files', remedy: 'Move that folder away' },
  ELOOP: { why: 'a link is in its place', remedy: 'Put the file or folder itself there' },
  ENAMETOOLONG: { why: 'the path of the folder is too long', remedy: 'Use a folder with a shorter path' },
  EBUSY: { why: 'another program is using the file', remedy: 'Close that program' },
  EMFILE: { why: 'too many files are open', remedy: 'Close other programs' },
  ENFILE: { why: 'too many files are open', remedy: 'Close other programs' },
};

/** The reasons for a file whose name the reviewer has just chosen. */
const reasonsOfChosen: typeof reasons = {
  EISDIR: { why: 'a folder has that name', remedy: 'Choose another name' },
  ENAMETOOLONG: { why: 'the name is too long', remedy: 'Choose a shorter name' },
};

/** Errors after which earlier saved data are certainly intact. */
const harmless = /^(?:ENOSPC|EDQUOT|EFBIG|EACCES|EPERM|EROFS|ENAMETOOLONG|EBUSY|EMFILE|ENFILE)$/;

const unknown = { why: 'the disk did not take it', remedy: 'Check the disk' };

/**
 * Describes why a write failed, and what helps, as parts of a sentence: "the disk is full", "Make room on the disk". `place` says
 * whether it is a file of Stet, in the library, the backups or the user data, or one whose name the reviewer chose.
 */
export function describeDiskError(
  error: unknown,
  place: 'own' | 'chosen' = 'own',
): { why: string; remedy: string } {
  if (error instanceof LinkError)
    return {
      why: `“${error.entry}” is a link, and Stet follows no link there`,
      remedy: 'Put the file or folder itself there',
    };
  const code = getErrorCode(error);
  if (code === null) return unknown;
  const chosen = place === 'chosen' ? reasonsOfChosen[code] : undefined;
  return chosen ?? reasons[code] ?? { ...unknown, why: `${unknown.why} (${code})` };
}

/** The end of a message about a failed write: nothing else is lost, if the error allows to say so; else ''. */
export function describeKept(error: unknown): string {
  return harmless.test(getErrorCode(error) ?? '') ? '; nothing saved before is lost' : '';
}

/** Describes why a file or folder can't be read, as part of a sentence. */
export function describeReadFailure(error: unknown): string {
  const code = getErrorCode(error);
  if (code === 'ENOENT') return 'it is no longer there';
  if (code === 'EACCES' || code === 'EPERM') return 'you are not allowed to read it';
  if (code !== null && code in reasons) return describeDiskError(error).why;
  return code === null ? 'the disk did not give it' : `the disk did not give it (${code})`;
}

/**
 * Thrown when the disk failed at the very end of a write: the change may be on the disk although it was not acknowledged, and may
 * not survive a power cut. It has the code of its cause, so that messages describe the cause.
 */
export class MaybeStoredError extends Error {
  override readonly name = 'MaybeStoredError';
  readonly code = getErrorCode(this.cause);
}

/** Returns the cause of a `MaybeStoredError`, for a step that counts only together with a later one. */
export function asNotStored(error: unknown): unknown {
  return error instanceof MaybeStoredError ? error.cause : error;
}

/**
 * Describes a failed write. `consequence` is a sentence about what happened to the data; '' if that is uncertain or “not saved” is
 * enough. Returns a `StetError` unchanged, because it explains itself.
 */
export function notSavedError(error: unknown, consequence: string): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = describeDiskError(error);
  const kept = describeKept(error);
  if (error instanceof MaybeStoredError)
    return new StetError(
      'notSaved',
      `Not saved for certain: ${why}. It may have been stored, and the next start may show it. ${remedy}, then try again${kept}.`,
      { cause: error },
    );
  return new StetError(
    'notSaved',
    `Not saved: ${why}. ${consequence === '' ? '' : `${consequence} `}${remedy}${kept}.`,
    { cause: error },
  );
}
