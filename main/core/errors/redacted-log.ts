import type { Log } from '../platform';
import { redactError } from './redact-error';

/**
 * A log that writes of each error only what `redactError` keeps, whoever logs it. Messages are our own words: no path, no
 * name of a file, nothing that a person wrote. `codePlaces` are as in `redactError`.
 */
export function createRedactedLog(write: (entry: string) => void, codePlaces: readonly string[]): Log {
  return {
    error: (message, error) =>
      write(error === undefined ? message : `${message}: ${redactError(error, codePlaces)}`),
  };
}
