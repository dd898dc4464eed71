import type { Paper } from '../../../shared/domain/report-options';
import type { MadeReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import type { Outside } from '../platform';
import { refuseLeaks } from './build-report';
import { searchPrinted } from './write-report';

interface Printing {
  paper: Paper;
  outside: Pick<Outside, 'printPdf' | 'printOnPaper' | 'readDocument' | 'findLeaks'>;
  signal: AbortSignal;
}

/**
 * Prints a report by the system's dialog; resolves to whether that was not cancelled. Paper can't be read back, so what would
 * be printed is searched as a PDF first. Rejects with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function printReport(report: MadeReport, printing: Printing): Promise<boolean> {
  const { paper, outside, signal } = printing;
  refuseLeaks(report.leaks, 'printed');
  if (report.secrets.length > 0) {
    const pdf = await outside.printPdf(report.content, paper, signal);
    await searchPrinted('report.pdf', pdf, report.secrets, printing, 'printed');
  }
  try {
    return await outside.printOnPaper(report.content, paper, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new StetError(
      'notSaved',
      'The report was not printed: the system could not print it. The check itself is safe. Check that a printer is set up, or export the report as PDF.',
      { cause: error },
    );
  }
}
