import { StetError } from '../../errors/stet-error';
import { describeDiskError } from './disk-messages';

/**
 * The failure of a write. `consequence` is a sentence that says what became of the data. A `StetError` is returned as it is,
 * because it explains itself (a file that must not be overwritten).
 */
export function notSavedError(error: unknown, consequence: string): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = describeDiskError(error);
  return new StetError(
    'notSaved',
    `Not saved: ${why}. ${consequence} ${remedy}; nothing saved before is lost.`,
    {
      cause: error,
    },
  );
}
