import { basename } from 'node:path';
import type { LoadResult } from './durable-json-file';

/**
 * The message about a file that could not be used, or null when there is no problem. `content` names what the file holds
 * ("the settings"); `fallback` is a sentence that says what is used in its place.
 */
export function describeReadProblem<T>(
  result: LoadResult<T>,
  content: string,
  fallback: string,
): string | null {
  if (result.state === 'damaged')
    return `The file with ${content} was damaged (${result.reason}). ${result.renamedTo === null ? 'It is left as it is' : `It is kept as ${basename(result.renamedTo)}`}. ${fallback}`;
  if (result.state === 'newer')
    return `The file with ${content} was written by a newer Stet and is left as it is. ${fallback} Update Stet to use it.`;
  if (result.state === 'unreadable')
    return `The file with ${content} could not be read (${result.reason}) and is left as it is. ${fallback}`;
  return null;
}
