import type { KeptState } from '../../../../shared/domain/attachment';
import { StetError } from '../../errors/stet-error';
import { unreadable } from '../../files/article-file';
import { diskWords } from '../files/disk-messages';

/** The disk did not take a file into the vault. One that was foreseen tells it itself. */
export function notTaken(name: string, error: unknown): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = diskWords(error);
  return new StetError(
    'notSaved',
    `“${name}” was not attached: ${why}. ${remedy}, then attach it again; nothing saved before is lost.`,
    { cause: error },
  );
}

/** The file that was picked could not be read. */
export function notRead(name: string, error: unknown): StetError {
  return new StetError('notFound', `“${name}” was not attached: ${unreadable(error)}.`, { cause: error });
}

export function tooLarge(name: string): StetError {
  return new StetError(
    'badRequest',
    `“${name}” was not attached: it is larger than 2 GB. Attach a part of it, or a note where it is kept.`,
  );
}

/** Whatever is not a file, as a device, a pipe or a socket. */
export function notAFile(name: string, isFolder: boolean): StetError {
  const words = isFolder ? 'it is a folder. Attach the files in it' : 'it is not a file. Attach a copy of it';
  return new StetError('badRequest', `“${name}” was not attached: ${words}.`);
}

export function changedMeanwhile(name: string): StetError {
  return new StetError(
    'conflict',
    `“${name}” was not attached: another program wrote to it at the same time. Close that program, then attach it again.`,
  );
}

/** The copy to look at could not be written. */
export function notShown(name: string, error: unknown): StetError {
  const { why, remedy } = diskWords(error);
  return new StetError(
    'notSaved',
    `“${name}” can’t be shown: ${why}. ${remedy}, then open it again; the file in the vault is safe.`,
    { cause: error },
  );
}

/** The vault's copy is not what was attached: `damaged`, or `missing`. */
export function notKept(name: string, state: Exclude<KeptState, 'unchanged'>): StetError {
  const words = {
    missing: `The copy of “${name}” in the vault is gone.`,
    altered: `The copy of “${name}” in the vault is not the file that was attached: it was altered.`,
  };
  return new StetError(
    state === 'missing' ? 'missing' : 'damaged',
    `${words[state]} It was not opened; the check itself is safe. Attach the original again to mend it.`,
  );
}
