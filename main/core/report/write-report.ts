import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { StetError } from '../errors/stet-error';
import { describeDiskError } from '../storage/files/disk-messages';
import { writeFileDurably } from '../storage/files/durable-file';
import { type CreateOptions, createReportFiles, type StoredReport } from './create-report-files';

/**
 * Writes a report whole or not at all. Before a file gets its name it is read back: it has to be the content that was
 * searched for confidential terms. Rejects with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function writeReport(
  path: string,
  report: StoredReport,
  options: Omit<CreateOptions, 'name'>,
): Promise<void> {
  const files = await createReportFiles(report, { ...options, name: basename(path) });
  for (const { suffix, bytes } of files)
    await writeReportFile(addSuffix(path, suffix), bytes, options.signal);
}

/** The path of a further file of the same report. */
function addSuffix(path: string, suffix: string): string {
  const extension = extname(path);
  return path.slice(0, path.length - extension.length) + suffix + extension;
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
