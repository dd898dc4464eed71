import type { AppEvent } from '#shared/contract/events.ts';
import type { ErrorCode } from '#shared/contract/result.ts';
import type { Log } from './system.ts';

/** The code of an error of Node or the system (`ENOSPC`, …), or null for any other error. */
export function getErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * An expected failure: a code to act on, and a message for the reviewer. Thrown anywhere in main/core; the dispatcher turns
 * it into a value, so that no exception reaches the window.
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

/** Creates the event for a failure that no command returns. `fallback` is the message for an unexpected error. */
export function createProblemEvent(error: unknown, fallback: string, log: Log): AppEvent {
  const isExpected = error instanceof StetError;
  if (!isExpected || error.cause) log.error(fallback, isExpected ? error.cause : error);
  return { type: 'problem', message: isExpected ? error.message : fallback };
}
