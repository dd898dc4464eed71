import type { ReportFormat } from '../../../../shared/domain/report-options';
import type { Platform } from '../../platform';
import { withAnySignal } from '../../tasks/abort-signals';
import { createWordReport, type WrittenWordReport } from './create-word-report';
import type { StoredReport } from './stored-report';

/** Has the file of a Word report written. The first call begins it, and further calls get the same file. */
export type WriteWord = (
  report: Pick<StoredReport, 'content' | 'readOriginal'>,
) => Promise<WrittenWordReport>;

interface WriterOptions {
  format: ReportFormat;
  platform: Pick<Platform, 'prepareReader' | 'writeWordReport'>;
  signal: AbortSignal;
}

/**
 * Runs an export with a function that has its Word file written. The writer is opened at once, and may begin while the plan is still searched for
 * confidential terms: the file is in memory alone until then. A file that was begun is ended with the export. Settles as `use` does.
 */
export async function withWordWriter<T>(
  { format, platform, signal }: WriterOptions,
  use: (writeWord: WriteWord) => Promise<T>,
): Promise<T> {
  const endPreparation = format === 'docx' ? platform.prepareReader('package') : () => undefined;
  const ended = new AbortController();
  try {
    return await withAnySignal([signal, ended.signal], (eitherSignal) => {
      let written: Promise<WrittenWordReport> | null = null;
      return use(({ content, readOriginal }) => {
        if (written) return written;
        written = createWordReport(content, { readOriginal, platform, signal: eitherSignal });
        // Whoever asks for the file hears of it.
        written.catch(() => undefined);
        return written;
      }).finally(() => ended.abort());
    });
  } finally {
    endPreparation();
  }
}
