import { open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WrittenFile } from '../../../shared/domain/settings';
import { StetError } from '../errors/stet-error';
import { describeDiskError } from '../storage/files/disk-messages';
import { writeFileDurably } from '../storage/files/durable-file';
import { hashFile } from '../storage/files/read-chunks';
import type { StoredReport } from './encoded-report';
import { type CreateOptions, createReportFiles } from './files/create-report-files';
import { hashContent, isChanged } from './last-exports';
import { findFreePath } from './report-path';

interface WriteOptions extends CreateOptions {
  /** The files of the last export, which further files may replace. */
  replaced?: readonly WrittenFile[];
}

/**
 * Writes a report whole or not at all. Before a file gets its name it is read back: it has to be the content that was
 * searched for confidential terms. The first file replaces what is at `path`, as the reviewer agreed to in the dialog; further files
 * replace nothing but `replaced`. Returns the files, the chosen one first. Rejects with `confidential`, `notSaved`, or when the
 * signal aborts.
 */
export async function writeReport(
  path: string,
  report: StoredReport,
  { replaced = [], ...options }: WriteOptions,
): Promise<WrittenFile[]> {
  const files = await createReportFiles(report, options);
  const own = new Set(replaced.map((file) => file.path));
  const written: WrittenFile[] = [];
  const write = async (to: string, bytes: Uint8Array) => {
    const before = replaced.find((file) => file.path === to);
    await writeReportFile(to, bytes, { signal: options.signal, before });
    return { path: to, sha256: hashContent(bytes) };
  };
  try {
    // The chosen file comes last, so that until then everything can be taken back.
    for (const { suffix, bytes } of files.filter((file) => file.suffix !== ''))
      written.push(await write(await findFreePath(path, suffix, own), bytes));
    for (const { bytes } of files.filter((file) => file.suffix === ''))
      written.unshift(await write(path, bytes));
  } catch (error) {
    for (const further of written)
      if (!own.has(further.path)) await rm(further.path, { force: true }).catch(() => undefined);
    throw error;
  }
  return written;
}

/** Writes a file of a report. Where it replaces one of ours, that has to be as it was until the end: making a report takes seconds. */
async function writeReportFile(
  path: string,
  content: Uint8Array,
  { signal, before }: { signal: AbortSignal; before: WrittenFile | undefined },
): Promise<void> {
  try {
    const inspect = async (temp: string) => {
      const handle = await open(temp);
      const sha256 = await hashFile(handle).finally(() => handle.close());
      if (sha256 !== hashContent(content)) throw new Error('the disk holds something else than was written');
      signal.throwIfAborted();
      if (before && (await isChanged(before)))
        throw new StetError(
          'notSaved',
          `The report was not saved: ${basename(path)} was changed by another program in the meantime, and is left as it is. Export again to save beside it.`,
        );
    };
    // The reviewer chose the place, and whoever may read new files there may read the report.
    await writeFileDurably(path, content, { inspect, isPrivate: false });
  } catch (error) {
    if (error instanceof StetError || signal.aborted) throw error;
    const { why, remedy } = describeDiskError(error, 'chosen');
    throw new StetError(
      'notSaved',
      `The report was not saved: ${why}. The check itself is safe. ${remedy}, or save the report somewhere else.`,
      { cause: error },
    );
  }
}
