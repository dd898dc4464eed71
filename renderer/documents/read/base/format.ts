import type { ReadingJob } from '#shared/contract/importer-bridge.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';

/** A file, a paste or a fetched page, as main hands it over. */
export type InputFile = Omit<ReadingJob, 'kind'>;

/** How a format reports what happens while it reads a file. */
export interface Reporter {
  /** Reports how far the reading is, in steps of the format's own. */
  reportProgress(done: number, total: number): void;
  /**
   * Reports an error that may be a bug of ours. The file is refused as damaged all the same, and without the report nobody would
   * learn about the bug. Errors that a library is known to throw for damaged files are not reported.
   */
  reportError(error: unknown): void;
}

/** One format of files. Files are untrusted, names included. */
export interface Format {
  /** Whether a file has this format, by its content before its name. */
  matches(file: InputFile): boolean;
  /** Reads the draft of an article, or says why there is none. An error that it throws counts as damage of the file. */
  readDraft(file: InputFile, reporter: Reporter): ImportResult | Promise<ImportResult>;
  /** Reads all text of a file, for a search in it. */
  readText(file: InputFile, reporter: Reporter): DocumentText | Promise<DocumentText>;
}
