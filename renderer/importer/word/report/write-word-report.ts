import type { WordReportJob } from '../../../../shared/contract/importer-bridge';
import type { WordReportResult } from '../../../../shared/reports/word/word-plan';
import type { Reporter } from '../../format';

/** Writes comments, tracked changes and an appendix into a Word file, as its plan says. Everything else in the file stays as it is. */
export async function writeWordReport(_job: WordReportJob, _reporter: Reporter): Promise<WordReportResult> {
  throw new Error('not built');
}
