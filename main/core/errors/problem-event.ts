import type { AppEvent } from '../../../shared/contract/events';
import type { Log } from '../platform';
import { bareError } from './error-message';
import { StetError } from './stet-error';

/** The event for a failure that the window did not ask for; `otherwise` is the sentence for one that nobody foresaw. */
export function problemEvent(error: unknown, otherwise: string, log: Log): AppEvent {
  const isForeseen = error instanceof StetError;
  // Not the message of a foreseen one: it may name a file.
  if (!isForeseen || error.cause) log.error(otherwise, bareError(isForeseen ? error.cause : error));
  return { type: 'problem', message: isForeseen ? error.message : otherwise };
}
