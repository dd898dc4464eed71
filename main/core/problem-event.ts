import type { AppEvent } from '../../shared/contract/events';
import type { Log } from './outside';
import { StetError } from './stet-error';

/** What the window is told of a failure that it did not ask for; `otherwise` is the sentence for one that nobody foresaw. */
export function problemEvent(error: unknown, otherwise: string, log: Log): AppEvent {
  if (!(error instanceof StetError) || error.cause) log.error(otherwise, error);
  return { type: 'problem', message: error instanceof StetError ? error.message : otherwise };
}
