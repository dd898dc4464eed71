import { basename } from 'node:path';
import type { Found } from './durable-json-file';

/**
 * The sentence that tells of a file that could not be read as it should, or null when all is well. `what` names what the
 * file holds ("the settings"), `instead` says what is used in its place.
 */
export function foundWords<T>(found: Found<T>, what: string, instead: string): string | null {
  if (found.state === 'damaged')
    return `The file with ${what} was damaged (${found.reason}). It is kept as ${basename(found.keptAs)}. ${instead}`;
  if (found.state === 'newer')
    return `The file with ${what} was written by a newer Stet and is left as it is. ${instead} Update Stet to use it.`;
  if (found.state === 'unreadable')
    return `The file with ${what} could not be read (${found.reason}) and is left as it is. ${instead}`;
  return null;
}
