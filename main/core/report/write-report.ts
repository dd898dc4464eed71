import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReportChoices } from '../../../shared/domain/report-options';
import type { RenderedReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';
import { describeDiskError } from '../storage/files/disk-messages';
import { writeFileDurably } from '../storage/files/durable-file';
import { printSearchedPdf } from './print-searched-pdf';

interface WriteOptions {
  choices: ReportChoices;
  platform: Pick<Platform, 'printPdf' | 'prepareToReadPdf' | 'readDocument' | 'findLeaks'>;
  signal: AbortSignal;
}

/**
 * Writes a report whole or not at all. Before the file gets its name it is read back: it has to be the content that was
 * searched for confidential terms. Rejects with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function writeReport(
  path: string,
  report: RenderedReport,
  options: WriteOptions,
): Promise<void> {
  const { choices, platform, signal } = options;
  const { paper } = choices.options;
  const content =
    choices.format === 'pdf'
      ? await printSearchedPdf(report, { name: basename(path), paper, purpose: 'saved', signal }, platform)
      : Buffer.from(report.content);
  try {
    const inspect = async (temp: string) => {
      const written = await readFile(temp);
      if (!written.equals(content)) throw new Error('the disk holds something else than was written');
      signal.throwIfAborted();
    };
    // The reviewer chose the place, and whoever may read new files there may read the report.
    await writeFileDurably(path, content, { inspect, isPrivate: false });
  } catch (error) {
    if (error instanceof StetError || signal.aborted) throw error;
    const { why, remedy } = describeDiskError(error);
    throw new StetError(
      'notSaved',
      `The report was not saved: ${why}. The check itself is safe. ${remedy}, or save the report somewhere else.`,
      { cause: error },
    );
  }
}
