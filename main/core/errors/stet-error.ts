import type { ErrorCode } from '../../../shared/contract/result';

/**
 * A failure that was foreseen: the code to act on, and the sentence that the reviewer reads. Thrown anywhere in main/core;
 * the dispatcher turns it into a value, so that it never crosses the border as an exception.
 */
export class StetError extends Error {
  override readonly name = 'StetError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}
