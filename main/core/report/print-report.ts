import type { PaperSize } from '../../../shared/domain/report-options';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';
import { decodeContent, type EncodedReport } from './encoded-report';
import { refuseLeaks } from './refuse-leaks';

interface PrintOptions {
  paper: PaperSize;
  /** The ids of possible leaks that the reviewer confirmed to be none. */
  confirmed: readonly string[];
  platform: Pick<Platform, 'printOnPaper'>;
  signal: AbortSignal;
}

/**
 * Prints a report through the system's dialog. Resolves to false when the reviewer cancelled it. Rejects with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function printReport(report: EncodedReport, options: PrintOptions): Promise<boolean> {
  const { paper, confirmed, platform, signal } = options;
  refuseLeaks(report.leaks, confirmed, 'printed');
  try {
    return await platform.printOnPaper(decodeContent(report.content), paper, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new StetError(
      'notSaved',
      'The report was not printed: the system could not print it. The check itself is safe. Check that a printer is set up, or export the report as PDF.',
      { cause: error },
    );
  }
}
