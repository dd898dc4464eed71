import { getErrorCode } from '../../errors/error-code';

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
