import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';
import type { StoredReport } from '../encoded-report';
import { searchOriginal } from './search-original';

interface WordReportOptions {
  platform: Pick<Platform, 'prepareReader' | 'readPackageTexts' | 'findPackageLeaks' | 'writeWordReport'>;
  signal: AbortSignal;
}

/** The error about a report that could not be written into the author's file. `why` completes a sentence about the file. */
function originalError(why: string, cause?: unknown): StetError {
  return new StetError(
    'notSaved',
    `The report was not saved: the author’s Word file ${why}. The check and the file in the library are as they were. Export a clean document instead, in the options for Word.`,
    { cause },
  );
}

/**
 * Creates the bytes of a Word report from its plan (`content`, JSON in UTF-8): the author's file with comments and
 * tracked changes, or a document of our own. The window that writes it parses the plan. Rejects with `confidential` when the author's file
 * holds what is confidential, with `notSaved`, or when the signal aborts.
 */
export async function createWordReport(
  {
    content,
    confidentialTerms,
    readOriginal,
  }: Pick<StoredReport, 'content' | 'confidentialTerms' | 'readOriginal'>,
  { platform, signal }: WordReportOptions,
): Promise<Uint8Array> {
  const bytes = readOriginal
    ? await readOriginal().catch((error) => {
        throw originalError('can’t be read', error);
      })
    : new Uint8Array();
  signal.throwIfAborted();
  const writeInto = async (file: Uint8Array) => {
    // A file of our own has nothing that was not searched before it was planned.
    if (!readOriginal || confidentialTerms.length === 0)
      return platform.writeWordReport({ plan: content, bytes: file }, signal);
    // The reader that was prepared for the export searches the file; this one will write.
    const endPreparation = platform.prepareReader();
    try {
      await searchOriginal(file, confidentialTerms, platform, signal);
      return await platform.writeWordReport({ plan: content, bytes: file }, signal);
    } finally {
      endPreparation();
    }
  };
  const written = await writeInto(bytes);
  if (written.ok) return written.bytes;
  if (readOriginal) throw originalError(written.why);
  throw new StetError(
    'notSaved',
    `The report was not saved: the Word document ${written.why}. The check itself is safe. Export the report as PDF or HTML instead.`,
  );
}
