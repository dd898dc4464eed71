import { StetError } from '../stet-error';
import { diskWords } from './disk-words';

/** The failure that tells why the disk refused; `kept` says what became of what was to be saved. */
export function notSaved(error: unknown, kept: string): StetError {
  const { why, remedy } = diskWords(error);
  return new StetError('notSaved', `Not saved: ${why}. ${kept} ${remedy}; nothing saved before is lost.`, {
    cause: error,
  });
}
