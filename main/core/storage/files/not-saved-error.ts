import { getErrorCode } from '../../errors/error-code';
import { StetError } from '../../errors/stet-error';
import { describeDiskError, describeKept } from './disk-messages';

/**
 * A change may be on the disk although it was not acknowledged: the disk failed at the very end, and whether the change survives a
 * power cut is not known. It has the code of its cause, so that it is described as that.
 */
export class MaybeStoredError extends Error {
  override readonly name = 'MaybeStoredError';
  readonly code = getErrorCode(this.cause);
}

/** The error of a step that counts only together with a later one: whether it was stored itself does not matter. */
export function asNotStored(error: unknown): unknown {
  return error instanceof MaybeStoredError ? error.cause : error;
}

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
