import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReportChoices } from '../../../shared/domain/report-options';
import type { MadeReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import type { Outside } from '../platform';
import { diskWords } from '../storage/files/disk-messages';
import { writeWhole } from '../storage/files/durable-file';
import { refuseLeaks } from './build-report';

interface Writing {
  choices: ReportChoices;
  outside: Pick<Outside, 'printPdf' | 'readDocument' | 'findLeaks'>;
  signal: AbortSignal;
}

/**
 * Writes a report whole or not at all. Before it gets its name the written file is read back: it has to be what was
 * searched for confidential strings, or is searched now. Rejects with `confidential`, `notSaved`, or when the signal aborts.
 */
export async function writeReport(path: string, report: MadeReport, writing: Writing): Promise<void> {
  const { choices, outside, signal } = writing;
  const isPrinted = choices.format === 'pdf';
  const content = isPrinted
    ? await outside.printPdf(report.content, choices.options.paper, signal)
    : Buffer.from(report.content);
  try {
    await writeWhole(path, content, async (temp) => {
      const written = await readFile(temp);
      if (!written.equals(content)) throw new Error('the disk holds something else than was written');
      if (isPrinted) await searchPrinted(basename(path), written, report.secrets, writing, 'saved');
      signal.throwIfAborted();
    });
  } catch (error) {
    if (error instanceof StetError || signal.aborted) throw error;
    const { why, remedy } = diskWords(error);
    throw new StetError(
      'notSaved',
      `The report was not saved: ${why}. The check itself is safe. ${remedy}, or save the report somewhere else.`,
      { cause: error },
    );
  }
}

/** Milliseconds that reading a printed file of so many bytes may take: 15 seconds, and one more for each MB above 5. */
function patienceFor(bytes: number): number {
  return 15_000 + 1_000 * Math.max(0, Math.ceil(bytes / 1_000_000) - 5);
}

/** Searches a printed file, of which only another program's reading tells what it says. */
export async function searchPrinted(
  name: string,
  bytes: Uint8Array,
  secrets: MadeReport['secrets'],
  { outside, signal }: Pick<Writing, 'outside' | 'signal'>,
  way: 'saved' | 'printed',
): Promise<void> {
  if (secrets.length === 0) return;
  const file = { name, bytes: new Uint8Array(bytes) };
  const read = await outside.readDocument(file, signal, patienceFor(bytes.length));
  if (read.state !== 'read')
    throw new StetError(
      'confidential',
      `The report was not ${way}: it could not be searched for what is confidential. Save it as HTML, or try again.`,
      { cause: read },
    );
  refuseLeaks(await outside.findLeaks(read.pages, read.beside, secrets, signal), way);
}
