import type { Origin } from '../../shared/domain/draft/draft';
import type { KnownReport } from '../../shared/import/annotations/annotation';
import type { ImportResult } from '../../shared/import/proposal';
import type { DocumentText } from '../../shared/quotes/document-text';

/** A file, a paste or a fetched page, as main hands it over. */
export interface InputFile {
  /** Where it comes from; the name of a file has no folder. */
  origin: Origin;
  /** The media type that came with a paste or from a server, without parameters; null when none came. */
  type: string | null;
  /** The label of its encoding, when a server sent one. */
  charset: string | null;
  /** The encoding that the reviewer chose for a file that declares none, or a wrong one; absent unless they did. */
  encoding?: string | null;
  /** Facts about the reports on the article whose next draft it is; absent for any other. */
  known?: KnownReport;
  bytes: Uint8Array;
}

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
