import type { ReportChoices } from '../../../../shared/domain/report-options';
import type { Platform, ReaderKind } from '../../platform';
import { printSearchedPdf } from '../print-searched-pdf';
import type { ReportFile } from './report-file';
import { searchWrittenFile } from './search-written-file';
import type { StoredReport } from './stored-report';
import type { WriteWord } from './with-word-writer';

export interface CreateOptions {
  /** The name that was chosen, which says what kind of file it is. */
  name: string;
  choices: ReportChoices;
  platform: Pick<
    Platform,
    | 'printPdf'
    | 'prepareReader'
    | 'readDocument'
    | 'findLeaks'
    | 'readPackageTexts'
    | 'findPackageLeaks'
    | 'searchPackage'
  >;
  writeWord: WriteWord;
  signal: AbortSignal;
}

/** Opens readers while what they will read is still being made, and ends those that were not used. */
async function withReaders<T>(
  { prepareReader }: Pick<Platform, 'prepareReader'>,
  kinds: readonly ReaderKind[],
  use: () => Promise<T>,
): Promise<T> {
  const ends = kinds.map((kind) => prepareReader(kind));
  try {
    return await use();
  } finally {
    for (const end of ends) end();
  }
}

/** The reader that reads the author's file again to search it. */
function listSearchReaders({ confidentialTerms, readOriginal }: StoredReport): ReaderKind[] {
  return readOriginal && confidentialTerms.length > 0 ? ['package'] : [];
}

/**
 * Creates the files of a report from its content, which was searched for confidential terms; what is made of the content is searched again.
 * Rejects with `confidential`, or when the signal aborts.
 */
export async function createReportFiles(
  report: StoredReport,
  { name, choices, platform, writeWord, signal }: CreateOptions,
): Promise<ReportFile[]> {
  switch (choices.format) {
    case 'pdf': {
      const { paper } = choices.options;
      const bytes = await printSearchedPdf(report, { name, paper, purpose: 'saved', signal }, platform);
      return [{ suffix: '', bytes }];
    }
    case 'docx':
      return withReaders(platform, listSearchReaders(report), async () => {
        const { base, bytes } = await writeWord(report);
        await searchWrittenFile(bytes, report, { base, signal }, platform);
        return [{ suffix: '', bytes }];
      });
    case 'xlsx':
    case 'csv': {
      const { files } = report;
      if (!files) throw new Error('the files of the claim log were not made');
      // Comma-separated values have nothing that is not in the content.
      if (choices.format === 'xlsx')
        for (const { bytes } of files)
          await searchWrittenFile(bytes, report, { base: 'clean', signal }, platform);
      return files;
    }
    default:
      return [{ suffix: '', bytes: report.content }];
  }
}
