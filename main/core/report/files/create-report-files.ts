import type { ReportChoices } from '../../../../shared/domain/report-options';
import type { Platform } from '../../platform';
import { decodeContent, type ReportFile, type StoredReport } from '../encoded-report';
import { createWordReport } from './create-word-report';

export interface CreateOptions {
  choices: ReportChoices;
  platform: Pick<
    Platform,
    'printPdf' | 'prepareReader' | 'readPackageTexts' | 'findPackageLeaks' | 'writeWordReport'
  >;
  signal: AbortSignal;
}

/**
 * Creates the files of a report from its content, all of which was searched for confidential terms; the author's Word file is searched
 * before it is written into. Rejects with `confidential` or `notSaved`, or when the signal aborts.
 */
export async function createReportFiles(
  report: StoredReport,
  { choices, platform, signal }: CreateOptions,
): Promise<ReportFile[]> {
  switch (choices.format) {
    case 'pdf': {
      const page = decodeContent(report.content);
      return [{ suffix: '', bytes: await platform.printPdf(page, choices.options.paper, signal) }];
    }
    case 'docx':
      return [{ suffix: '', bytes: await createWordReport(report, { platform, signal }) }];
    case 'xlsx':
    case 'csv':
      if (!report.files) throw new Error('the files of the claim log were not made');
      return report.files;
    default:
      return [{ suffix: '', bytes: report.content }];
  }
}
