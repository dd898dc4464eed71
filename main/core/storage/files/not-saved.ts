import { StetError } from '../../errors/stet-error';
import { diskWords } from './disk-messages';

/**
 * The failure that tells why the disk refused; `kept` says what became of what was to be saved. One that was foreseen, as
 * a file that must not be written over, tells it itself.
 */
export function notSaved(error: unknown, kept: string): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = diskWords(error);
  return new StetError('notSaved', `Not saved: ${why}. ${kept} ${remedy}; nothing saved before is lost.`, {
    cause: error,
  });
}
