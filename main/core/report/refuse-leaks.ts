import { type Leak, listOpenLeaks } from '../../../shared/reports/confidential/leak';
import type { RenderedReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';

/** The purpose of the report, as a word for a message. */
type Purpose = 'saved' | 'printed';

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

function refuseCertainLeaks(messages: ReadonlySet<string>, purpose: Purpose): void {
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

interface LeakSearch {
  file: { name: string; bytes: Uint8Array };
  terms: RenderedReport['confidentialTerms'];
  purpose: Purpose;
  signal: AbortSignal;
}

/**
 * Searches a printed report, whose text has to be extracted first. Rejects with `confidential` when something confidential is
 * found or the search is not possible, and when the signal aborts.
 */
export async function refusePrintedLeaks(
  { file: { name, bytes }, terms, purpose, signal }: LeakSearch,
  platform: Pick<Platform, 'readDocument' | 'findLeaks'>,
): Promise<void> {
  if (terms.length === 0) return;
  const file = { name, bytes: new Uint8Array(bytes) };
  const text = await platform.readDocument(file, signal, getReadTimeoutMs(bytes.length));
  if (text.state !== 'read')
    throw new StetError(
      'confidential',
      `The report was not ${purpose}: it could not be searched for what is confidential. Save it as HTML, or try again.`,
      { cause: text },
    );
  refuseCertainLeaks(new Set(await platform.findLeaks(text.pages, text.beside, terms, signal)), purpose);
}

/** How long extracting the text may take, in milliseconds: 15 seconds, and one more for each MB above 5. */
function getReadTimeoutMs(bytes: number): number {
  return 15_000 + 1_000 * Math.max(0, Math.ceil(bytes / 1_000_000) - 5);
}
