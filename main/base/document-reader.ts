import type { ReadingJob, WordReportJob } from '#shared/contract/importer-bridge.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import type { ReadResult } from '#shared/import/base/proposal.ts';
import type { PackageTexts } from '#shared/reports/confidential/package-texts.ts';
import type { WordReportResult } from '#shared/reports/word/word-plan.ts';
import type { Task } from './tasks.ts';

/** A file, a paste or a fetched page to read as a draft. */
export type ImportedFile = Omit<ReadingJob, 'kind'>;

/** Reads and writes files of untrusted formats, each in isolation from everything else. */
export interface DocumentReader {
  /**
   * Prepares the next writing of a Word report, or the search of its file, while the report is still being made. Returns a function that
   * ends the preparation if it was not used.
   */
  prepareReader(): () => void;
  /**
   * Extracts the text of a file of an untrusted format, in isolation from everything else. `timeoutMs` replaces the usual
   * timeout for unknown files. Rejects when the signal aborts.
   */
  readDocument(
    file: { name: string; bytes: Uint8Array },
    signal: AbortSignal,
    timeoutMs?: number,
  ): Promise<DocumentText>;
  /**
   * Reads a file of an untrusted format as a draft, in isolation from everything else; a file that can't be read is a value,
   * too. Rejects when the task's signal aborts.
   */
  readDraft(file: ImportedFile, task: Task): Promise<ReadResult>;
  /**
   * Writes a Word report in isolation from everything else. `bytes` are those of the author's file; empty when the plan brings a clean
   * document. A file that can't be written into is a value, too. Rejects when the signal aborts.
   */
  writeWordReport(job: Omit<WordReportJob, 'kind'>, signal: AbortSignal): Promise<WordReportResult>;
  /**
   * Reads everything in a file that is a zip of parts and holds a file of somebody else, in isolation from everything else. Takes the
   * bytes away. Rejects when the signal aborts.
   */
  readPackageTexts(bytes: Uint8Array, signal: AbortSignal): Promise<PackageTexts>;
}
