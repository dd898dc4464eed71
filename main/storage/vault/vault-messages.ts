import { StetError } from '#main/base/stet-error.ts';
import type { StoredFileState } from '#shared/domain/base/attachment.ts';
import { describeDiskError, describeKept, describeReadFailure } from '../disk/disk-messages.ts';

/** Writing a file to the vault failed. A `StetError` is returned as it is, because it explains itself. */
export function notAttachedError(name: string, error: unknown): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = describeDiskError(error);
  return new StetError(
    'notSaved',
    `“${name}” was not attached: ${why}. ${remedy}, then attach it again${describeKept(error)}.`,
    { cause: error },
  );
}

export function notReadError(name: string, error: unknown): StetError {
  return new StetError('notFound', `“${name}” was not attached: ${describeReadFailure(error)}.`, {
    cause: error,
  });
}

export function tooLargeError(name: string): StetError {
  return new StetError(
    'badRequest',
    `“${name}” was not attached: it is larger than 2 GB. Attach a part of it, or a note where it is kept.`,
  );
}

export function notAFileError(name: string, isFolder: boolean): StetError {
  const explanation = isFolder
    ? 'it is a folder. Attach the files in it'
    : 'it is not a file. Attach a copy of it';
  return new StetError('badRequest', `“${name}” was not attached: ${explanation}.`);
}

export function changedWhileReadError(name: string): StetError {
  return new StetError(
    'conflict',
    `“${name}” was not attached: another program wrote to it at the same time. Close that program, then attach it again.`,
  );
}

export function notShownError(name: string, error: unknown): StetError {
  const { why, remedy } = describeDiskError(error);
  return new StetError(
    'notSaved',
    `“${name}” can’t be shown: ${why}. ${remedy}, then open it again; the file in the vault is safe.`,
    { cause: error },
  );
}

export function notCopiedError(name: string, error: unknown): StetError {
  const { why, remedy } = describeDiskError(error, 'chosen');
  return new StetError(
    'notSaved',
    `The copy of “${name}” was not saved: ${why}. ${remedy}, or save it somewhere else; the file in the vault is safe.`,
    { cause: error },
  );
}

/** The file in the vault is not the one that was attached. The code is `damaged` or `missing`. */
export function alteredFileError(name: string, state: Exclude<StoredFileState, 'unchanged'>): StetError {
  const explanations = {
    missing: `The copy of “${name}” in the vault is gone.`,
    altered: `The copy of “${name}” in the vault is not the file that was attached: it was altered.`,
  };
  return new StetError(
    state === 'missing' ? 'missing' : 'damaged',
    `${explanations[state]} It was not opened; the check itself is safe. Attach the original again to repair it.`,
  );
}
