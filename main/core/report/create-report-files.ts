import type { ReportChoices } from '../../../shared/domain/report-options';
import type { RenderedReport } from '../../../shared/reports/make-report';
import type { Platform } from '../platform';
import { printSearchedPdf } from './print-searched-pdf';
import type { ReportFile } from './report-file';
import { searchWrittenFile } from './search-written-file';

export interface CreateOptions {
  /** The name that was chosen, which says what kind of file it is. */
  name: string;
  choices: ReportChoices;
  platform: Pick<
    Platform,
    | 'printPdf'
    | 'prepareToReadPdf'
    | 'readDocument'
    | 'findLeaks'
    | 'makeClaimLogFiles'
    | 'readPackageTexts'
    | 'findPackageLeaks'
  >;
  signal: AbortSignal;
}

/**
 * Creates the files of a report from its content, which was searched for confidential terms; what is made of the content is searched again.
 * Rejects with `confidential`, or when the signal aborts.
 */
export async function createReportFiles(
  report: RenderedReport,
  { name, choices, platform, signal }: CreateOptions,
): Promise<ReportFile[]> {
  switch (choices.format) {
    case 'pdf': {
      const { paper } = choices.options;
      const bytes = await printSearchedPdf(report, { name, paper, purpose: 'saved', signal }, platform);
      return [{ suffix: '', bytes }];
    }
    case 'xlsx': {
      const files = await platform.makeClaimLogFiles(report.content, choices.format, signal);
      for (const { bytes } of files) await searchWrittenFile(bytes, report, { signal }, platform);
      return files;
    }
    case 'csv':
      return platform.makeClaimLogFiles(report.content, choices.format, signal);
    default:
      return [{ suffix: '', bytes: Buffer.from(report.content) }];
  }
}
