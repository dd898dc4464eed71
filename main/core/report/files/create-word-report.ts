import type { WordOptions } from '../../../../shared/domain/report-options';
import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';

interface WordReportOptions {
  /** Reads the author's file, for which the plan is made; null when the plan brings a clean document. */
  readOriginal: (() => Promise<Uint8Array>) | null;
  platform: Pick<Platform, 'writeWordReport'>;
  signal: AbortSignal;
}

export interface WrittenWordReport {
  /** The document that it was written into. */
  base: WordOptions['base'];
  bytes: Uint8Array;
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
 * tracked changes, or a document of our own. The window that writes it parses the plan. Rejects with `notSaved`, or when the signal
 * aborts.
 */
export async function createWordReport(
  content: Uint8Array,
  { readOriginal, platform, signal }: WordReportOptions,
): Promise<WrittenWordReport> {
  const bytes = readOriginal
    ? await readOriginal().catch((error) => {
        throw originalError('can’t be read', error);
      })
    : new Uint8Array();
  signal.throwIfAborted();
  const written = await platform.writeWordReport({ plan: content, bytes }, signal);
  if (written.ok) return { base: readOriginal ? 'original' : 'clean', bytes: written.bytes };
  if (readOriginal) throw originalError(written.why);
  throw new StetError(
    'notSaved',
    `The report was not saved: the Word document ${written.why}. The check itself is safe. Export the report as PDF or HTML instead.`,
  );
}
