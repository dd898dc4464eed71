import type { RenderedReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';

/** The purpose of the report, as a word for a message. */
type Purpose = 'saved' | 'printed';

/** Throws `confidential` when there are leaks: sentences about what in the report is confidential. */
export function refuseLeaks(leaks: readonly string[], purpose: Purpose = 'saved'): void {
  if (leaks.length === 0) return;
  throw new StetError(
    'confidential',
    `The report was not ${purpose}: it would reveal what is confidential. ${leaks.join(' ')} Change these words or leave them out, then ${purpose === 'saved' ? 'export' : 'print'} again.`,
  );
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
  refuseLeaks(await platform.findLeaks(text.pages, text.beside, terms, signal), purpose);
}

/** How long extracting the text may take, in milliseconds: 15 seconds, and one more for each MB above 5. */
function getReadTimeoutMs(bytes: number): number {
  return 15_000 + 1_000 * Math.max(0, Math.ceil(bytes / 1_000_000) - 5);
}
