import type { PaperSize } from '../../../shared/domain/report-options';
import type { RenderedReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';
import { type Purpose, refuseCertainLeaks } from './refuse-leaks';

interface PrintJob {
  /** The name of the file, which says that it is a PDF. */
  name: string;
  paper: PaperSize;
  purpose: Purpose;
  signal: AbortSignal;
}

type PrintPlatform = Pick<Platform, 'printPdf' | 'prepareToReadPdf' | 'readDocument' | 'findLeaks'>;

/**
 * Prints a report as PDF and searches the print for confidential terms; its text has to be extracted first. The
 * extraction starts while the report is printed. Rejects with `confidential` when something confidential is found or the search is not
 * possible, and when printing fails or the signal aborts.
 */
export async function printSearchedPdf(
  { content, confidentialTerms: terms }: Pick<RenderedReport, 'content' | 'confidentialTerms'>,
  { name, paper, purpose, signal }: PrintJob,
  platform: PrintPlatform,
): Promise<Uint8Array> {
  if (terms.length === 0) return platform.printPdf(content, paper, signal);
  const endPreparation = platform.prepareToReadPdf();
  try {
    const printed = await platform.printPdf(content, paper, signal);
    // A copy, because reading takes the bytes away.
    const file = { name, bytes: new Uint8Array(printed) };
    const text = await platform.readDocument(file, signal, getReadTimeoutMs(printed.length));
    if (text.state !== 'read')
      throw new StetError(
        'confidential',
        `The report was not ${purpose}: it could not be searched for what is confidential. Save it as HTML, or try again.`,
        { cause: text },
      );
    refuseCertainLeaks(new Set(await platform.findLeaks(text.pages, text.beside, terms, signal)), purpose);
    return printed;
  } finally {
    endPreparation();
  }
}

/** How long extracting the text may take, in milliseconds: 15 seconds, and one more for each MB above 5. */
function getReadTimeoutMs(bytes: number): number {
  return 15_000 + 1_000 * Math.max(0, Math.ceil(bytes / 1_000_000) - 5);
}
