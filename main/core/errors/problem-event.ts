import type { AppEvent } from '../../../shared/contract/events';
import type { Log } from '../system';
import { StetError } from './stet-error';

/** Creates the event for a failure that no command returns. `fallback` is the message for an unexpected error. */
export function createProblemEvent(error: unknown, fallback: string, log: Log): AppEvent {
  const isExpected = error instanceof StetError;
  if (!isExpected || error.cause) log.error(fallback, isExpected ? error.cause : error);
  return { type: 'problem', message: isExpected ? error.message : fallback };
}
