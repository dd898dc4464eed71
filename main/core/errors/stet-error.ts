import type { ErrorCode } from '../../../shared/contract/result';

/**
 * An expected failure: a code to act on, and a message for the reviewer. Thrown anywhere in main/core; the dispatcher turns
 * it into a value, so that no exception reaches the window. `redact-error.ts` reduces errors to what the log may hold, and
 * `problem-event.ts` turns failures of work that the window did not ask for into events.
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

/** A call came while the library was being closed, or closing overtook it. Nobody waits for the answer, so it is not logged. */
export class ClosingError extends StetError {
  constructor() {
    super('refused', 'Stet is closing this library. Everything that was saved is kept.');
  }
}
