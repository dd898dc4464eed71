import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RenderedReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import { describeDiskError } from '../storage/files/disk-messages';
import { writeFileDurably } from '../storage/files/durable-file';
import { type CreateOptions, createReportFiles } from './create-report-files';
import { findFreePath } from './report-path';

/**
 * Writes a report whole or not at all. Before a file gets its name it is read back: it has to be the content that was
 * searched for confidential terms. The first file replaces what is at `path`, as the reviewer agreed to in the dialog; further files
 * replace nothing. Returns the paths, the chosen one first. Rejects with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function writeReport(
  path: string,
  report: RenderedReport,
  options: Omit<CreateOptions, 'name'>,
): Promise<string[]> {
  const files = await createReportFiles(report, { ...options, name: basename(path) });
  const added: string[] = [];
  try {
    // The chosen file comes last, so that until then everything can be taken back.
    for (const { suffix, bytes } of files.filter((file) => file.suffix !== '')) {
      const further = await findFreePath(path, suffix);
      await writeReportFile(further, bytes, options.signal);
      added.push(further);
    }
    for (const { bytes } of files.filter((file) => file.suffix === ''))
      await writeReportFile(path, bytes, options.signal);
  } catch (error) {
    for (const further of added) await rm(further, { force: true }).catch(() => undefined);
    throw error;
  }
  return [path, ...added];
}

async function writeReportFile(path: string, content: Uint8Array, signal: AbortSignal): Promise<void> {
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
