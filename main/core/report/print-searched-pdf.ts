import type { PaperSize } from '../../../shared/domain/report-options';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';
import { decodeContent, type EncodedReport } from './encoded-report';
import { type Purpose, refuseCertainLeaks } from './refuse-leaks';

interface PrintJob {
  /** The name of the file, which says that it is a PDF. */
  name: string;
  paper: PaperSize;
  purpose: Purpose;
  signal: AbortSignal;
}

type PrintPlatform = Pick<Platform, 'printPdf' | 'prepareReader' | 'readDocument' | 'findLeaks'>;

/**
 * Prints a report as PDF and searches the print for confidential terms; its text has to be extracted first. The
 * extraction is prepared while the report is printed. Rejects with `confidential` when something confidential is found or the search is not
 * possible, and when printing fails or the signal aborts.
 */
export async function printSearchedPdf(
  { content, confidentialTerms: terms }: Pick<EncodedReport, 'content' | 'confidentialTerms'>,
  { name, paper, purpose, signal }: PrintJob,
  platform: PrintPlatform,
): Promise<Uint8Array> {
  const page = decodeContent(content);
  if (terms.length === 0) return platform.printPdf(page, paper, signal);
  const endPreparation = platform.prepareReader('pdf');
  try {
    const printed = await platform.printPdf(page, paper, signal);
    const messages = await searchPrint({ name, bytes: printed }, terms, platform, signal).catch((error) => {
      if (signal.aborted) throw error;
      throw new StetError(
        'confidential',
        `The report was not ${purpose}: it could not be searched for what is confidential. Save it as HTML, or try again.`,
        { cause: error },
      );
    });
    refuseCertainLeaks(new Set(messages), purpose);
    return printed;
  } finally {
    endPreparation();
  }
}

/** Describes what is found in a printed file. Rejects when it can't be searched, or the signal aborts. */
async function searchPrint(
  { name, bytes }: { name: string; bytes: Uint8Array },
  terms: EncodedReport['confidentialTerms'],
  { readDocument, findLeaks }: PrintPlatform,
  signal: AbortSignal,
): Promise<string[]> {
  // A copy, because reading takes the bytes away.
  const file = { name, bytes: new Uint8Array(bytes) };
  const text = await readDocument(file, signal, getReadTimeoutMs(bytes.length));
  if (text.state !== 'read') throw new Error(`the printed file is ${text.state}`, { cause: text });
  return findLeaks(text.pages, text.beside, terms, signal);
}

/** How long extracting the text may take, in milliseconds: 15 seconds, and one more for each MB above 5. */
function getReadTimeoutMs(bytes: number): number {
  return 15_000 + 1_000 * Math.max(0, Math.ceil(bytes / 1_000_000) - 5);
}
