import type { Origin } from '../domain/base/draft.ts';
import type { KnownReport } from '../import/base/annotation.ts';
import type { DocumentText } from '../import/base/document-text.ts';
import type { ReadResult } from '../import/base/proposal.ts';
import type { PackageTexts } from '../reports/confidential/package-texts.ts';
import type { WordReportResult } from '../reports/word/word-plan.ts';

/** The channels between main and the hidden window that reads untrusted files. */
export const importerChannels = {
  job: 'importer:job',
  chunk: 'importer:chunk',
  progress: 'importer:progress',
  error: 'importer:error',
  answer: 'importer:answer',
} as const;

/** Size of the chunks in which main sends a file and a plan, in bytes. Between two of them it can serve others. */
export const importerChunkBytes = 4 * 1024 * 1024;

/** Writes a Word report into a Word file, or into the clean document of the plan; then there are no bytes. */
export interface WordReportJob {
  kind: 'wordReport';
  /** A `WordPlan` as JSON in UTF-8: main only passes it, because parsing a large one would keep main from answering. */
  plan: Uint8Array;
  bytes: Uint8Array;
}

/** Reads everything in a written zip of parts, to search it. */
interface PackageTextsJob {
  kind: 'packageTexts';
  bytes: Uint8Array;
}

/** Reads a file. */
export interface ReadingJob {
  /** Whether to extract all text of the file, to search it, or to read it as a draft. */
  kind: 'documentText' | 'draft';
  /** Where it comes from; the name of a file has no folder. */
  origin: Origin;
  /** The media type of pasted content, or as a server sent it, without parameters; null when unknown. */
  type: string | null;
  /** The label of the encoding, as a server sent it; null when unknown. */
  charset: string | null;
  /** The encoding that the reviewer chose for a file that declares none, or a wrong one; absent unless they did. */
  encoding?: string | null;
  /** Facts about the reports on the article whose next draft it is; absent for any other. */
  known?: KnownReport;
  bytes: Uint8Array;
}

/** The one job of a hidden window, which is closed after it. */
export type ImporterJob = ReadingJob | WordReportJob | PackageTextsJob;

/** The parts of a job that are requested in chunks, by their offset. */
export type ChunkedPart = 'bytes' | 'plan';

/** The job without the bytes of the file and without the plan. */
export type ImporterTask = (
  | Omit<ReadingJob, 'bytes'>
  | (Omit<WordReportJob, ChunkedPart> & {
      /** Size of the plan, in bytes. */
      planLength: number;
    })
  | Omit<PackageTextsJob, 'bytes'>
) & {
  /** Size of the file, in bytes. */
  length: number;
};

/** Parts of an error in the hidden window. They can quote the file that is read; main logs only what can't. */
export interface ReportedError {
  name: string;
  message: string;
  stack: string;
}

/** Reports of the hidden window to main during its job. */
export interface ImporterReporter {
  reportProgress(done: number, total: number): void;
  /** Reports an error that may be a bug, for main's log: the hidden window has no log of its own. */
  reportError(error: ReportedError): void;
}

type Worker = (
  job: ImporterJob,
  reporter: ImporterReporter,
) => Promise<DocumentText | ReadResult | WordReportResult | PackageTexts>;

/** The API that the preload exposes as `window.importer`. Main parses the answer and all reports. */
export interface ImporterBridge {
  /** Gets the job, runs the worker on it and sends the answer. Called once. */
  work(worker: Worker): Promise<void>;
}
