import { StetError } from '../../errors/stet-error';
import { describeDiskError, describeKept } from './disk-messages';
import { MaybeStoredError } from './maybe-stored-error';

/**
 * The failure of a write. `consequence` is a sentence that says what became of the data, if
 * that is certain; '' where “not saved” says it all. A `StetError` is returned as it is,
 * because it explains itself (a file that must not be overwritten).
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
