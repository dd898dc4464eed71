import { type Leak, listOpenLeaks } from '../../../shared/reports/confidential/leak';
import { StetError } from '../errors/stet-error';

/** The purpose of the report, as a word for a message. */
export type Purpose = 'saved' | 'printed';

const purposes: Record<Purpose, string> = { saved: 'export', printed: 'print' };

/**
 * Throws `confidential` when the report reveals something, or may do so in a place that is not among the `confirmed` leaks
 * (their ids). The message names fields and places alone, because it is logged.
 */
export function refuseLeaks(leaks: readonly Leak[], confirmed: readonly string[], purpose: Purpose): void {
  const open = listOpenLeaks(leaks, confirmed);
  const certain = open.filter(({ level }) => level === 'certain');
  if (certain.length > 0) refuseCertainLeaks(new Set(certain.map(({ message }) => message)), purpose);
  if (open.length === 0) return;
  const places = new Set(open.map(({ place }) => place));
  throw new StetError(
    'confidential',
    `The report was not ${purpose}: it may reveal what is confidential in ${joinSome(places, ', ')}. Confirm each of these places in the export dialog, or change the words, then ${purposes[purpose]} again.`,
  );
}

/** Throws `confidential` when there are messages about certain leaks. */
export function refuseCertainLeaks(messages: ReadonlySet<string>, purpose: Purpose): void {
  if (messages.size === 0) return;
  throw new StetError(
    'confidential',
    `The report was not ${purpose}: it would reveal what is confidential. ${joinSome(messages, ' ')} Change these words or leave them out, then ${purposes[purpose]} again.`,
  );
}

/** How many leaks a message names. */
const maxNamed = 10;

function joinSome(texts: ReadonlySet<string>, separator: string): string {
  const named = Array.from(texts).slice(0, maxNamed).join(separator);
  return texts.size > maxNamed ? `${named}${separator}and in ${texts.size - maxNamed} more places` : named;
}
