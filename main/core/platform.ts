import type { AppEvent } from '../../shared/contract/events';
import type { ReadingJob, WordReportJob } from '../../shared/contract/importer-bridge';
import type { LibraryHolder } from '../../shared/contract/library-access';
import type { CoverageJob } from '../../shared/coverage/count-coverage';
import type { Draft } from '../../shared/domain/draft/draft';
import type { PaperSize, ReportFormat } from '../../shared/domain/report-options';
import type { CoverageCounts } from '../../shared/domain/review/coverage-counts';
import type { CarriedReview } from '../../shared/drafts/carried-review';
import type { CarryJob } from '../../shared/drafts/carry-review';
import type { Comparison } from '../../shared/drafts/compare/hunk';
import type { ReadResult } from '../../shared/import/proposal';
import type { DocumentText, QuoteLocation } from '../../shared/quotes/document-text';
import type { ConfidentialTerm } from '../../shared/reports/confidential/terms/confidential-term';
import type { ReportFonts } from '../../shared/reports/html/fonts';
import type { ReportJob } from '../../shared/reports/report-job';
import type { WordReportResult } from '../../shared/reports/word/word-plan';
import type { PackagePlace, PackageTexts } from '../../shared/reports/written/package-texts';
import type { EncodedReport } from './report/encoded-report';
import type { SearchThread } from './search/search-thread';
import type { LibraryPlace, NextLibrary } from './storage/place/library-place';
import type { HistoryContent } from './storage/review/history/read-history';
import type { Task } from './tasks/task';
import type { LineBefore } from './verify-lines';
import type { FetchedPage } from './web/read-page';
import type { UnfinishedWork } from './window/closing-messages';
import type { ShownSettings } from './window/shown-settings';

/** A file, a paste or a fetched page to read as a draft. */
export type ImportedFile = Omit<ReadingJob, 'kind'>;

export interface Log {
  error(message: string, error?: unknown): void;
}

/** The system's dialogs. Each resolves to null or false when the reviewer cancels. */
export interface Dialogs {
  /** Asks for files to open as articles, starting in a folder. Resolves to absolute paths. */
  openFiles(folder: string): Promise<string[] | null>;
  /** Asks for files to attach, starting in a folder. Resolves to absolute paths. */
  attachFiles(folder: string): Promise<string[] | null>;
  /** Asks where to save a report. `proposed` is an absolute path with the format's extension. */
  saveFile(proposed: string, format: ReportFormat): Promise<string | null>;
  /** Asks where to save a copy of a stored file. `proposed` is an absolute path. */
  saveCopy(proposed: string): Promise<string | null>;
  /** Asks before a page is fetched from the web. */
  confirmFetch(link: { host: string; href: string }): Promise<boolean>;
  /** Asks before a library is taken over from a Stet that gives no sign of life; null when it is not known which. */
  confirmTakeOver(holder: LibraryHolder | null): Promise<boolean>;
  /** Asks before a change removes most of an article's claims. */
  confirmRemoval(claims: { removed: number; total: number }): Promise<boolean>;
  /** Asks before a report for lawyers is saved, which names this many confidential sources. */
  confirmLegalReport(confidentialCount: number): Promise<boolean>;
  /** Shows where an external link leads, before it is opened. */
  confirmLink(link: { host: string; href: string }): Promise<boolean>;
  /** Asks for one folder, which may be a new one, starting in another. Resolves to its absolute path. */
  chooseFolder(question: { title: string; button: string; startFolder: string }): Promise<string | null>;
  /** Asks whether a new library begins in an empty folder. */
  confirmNewLibrary(folder: string): Promise<boolean>;
}

/** Everything that main/core needs from Electron and the system: clock, ids, folders, dialogs, the browser, the window. */
export interface Platform {
  /** Absolute path of the folder of everything that belongs to this computer's Stet and not to a library. */
  userDataFolder: string;
  /** Absolute path of the folder that holds the library. */
  libraryFolder: string;
  /** Whether the library is there. Its folder is created only when `place.isNew`. */
  place: LibraryPlace;
  /** Absolute path of the reviewer's documents, where dialogs start the first time. */
  documentsFolder: string;
  log: Log;
  now(): Date;
  /** Creates a unique id that `idSchema` accepts. */
  newId(): string;
  /** Runs the task after a delay. Returns a function that cancels it. */
  schedule(milliseconds: number, task: () => void): () => void;
  /** IANA name of the reviewer's time zone. */
  timeZone(): string;
  dialogs: Dialogs;
  /** Opens an address in the reviewer's browser or mail program. */
  openLink(href: string): Promise<void>;
  /** Absolute path of the folder for copies of attached files that were opened. Emptied at start and at quit. */
  copiesFolder: string;
  /** Opens a file in the system's program for it. Rejects when there is none. */
  openFile(path: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): void;
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
  /** Fetches a page from the web, as `fetchPage` does. */
  fetchPage(address: string, task: Task): Promise<FetchedPage>;
  /**
   * Gets ready to make a report soon, of an article in this language: a BCP 47 tag, or null where words are not spotted in it. A failure
   * shows itself when the report is made.
   */
  prepareReport(language: string | null): void;
  /**
   * Makes and searches a report without keeping main busy, and the files of a claim log where they are wanted. Rejects when the signal
   * aborts.
   */
  makeReport(job: ReportJob, wanted: { makesFiles: boolean }, signal: AbortSignal): Promise<EncodedReport>;
  /** Renders a report that nobody saves, without searching it and without keeping main busy. Rejects when the signal aborts. */
  renderReport(job: ReportJob, signal: AbortSignal): Promise<Pick<EncodedReport, 'content' | 'claimCount'>>;
  /** As `locateQuote`, without keeping main busy. Rejects when the signal aborts. */
  findQuote(document: DocumentText, quote: string, signal: AbortSignal): Promise<QuoteLocation>;
  /** As `findLeaksInPackage`, without keeping main busy. Rejects when the signal aborts. */
  findPackageLeaks(
    places: readonly PackagePlace[],
    terms: readonly ConfidentialTerm[],
    signal: AbortSignal,
  ): Promise<string[]>;
  /** As `carryReview`, without keeping main busy. Rejects when the signal aborts. */
  carryReview(job: CarryJob, signal: AbortSignal): Promise<CarriedReview>;
  /** As `compareDrafts`, without keeping main busy. Rejects when the signal aborts. */
  compareDrafts(before: Draft, after: Draft, signal: AbortSignal): Promise<Comparison>;
  /** As `countCoverage`, without keeping main busy. Rejects when the signal aborts. */
  countCoverage(job: CoverageJob, signal: AbortSignal): Promise<CoverageCounts>;
  /** As `verifyLines`, without keeping main busy. Rejects when the signal aborts. */
  verifyLines(lines: Uint8Array, before: LineBefore, signal: AbortSignal): Promise<HistoryContent>;
  /** Starts the thread that holds the index of the library. It costs nothing before. */
  startSearch(): SearchThread;
  /** Prints a report's HTML. Rejects when the signal aborts. */
  printPdf(html: string, paper: PaperSize, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Prints a report's HTML through the system's dialog; false when the reviewer cancelled it there. Rejects when there is no
   * printer, or when the signal aborts.
   */
  printOnPaper(html: string, paper: PaperSize, signal: AbortSignal): Promise<boolean>;
  /** Serves a report's HTML to the window, replacing the previous one. Returns its address. */
  servePreview(html: string): string;
  /** Pastes into the focused field; false when the window is not in front or no person has just asked for it. */
  paste(): boolean;
  /** Sends an event to the window. */
  emit(event: AppEvent): void;
  about(): { version: string; electron: string; chrome: string; platform: string };
  /** The typefaces of a report as `data:` URLs. */
  reportFonts(): Promise<ReportFonts>;
  /** Shows settings that were changed in the window: the theme, and the keys in the menu bar. */
  applySettings(settings: ShownSettings): void;
  /** Passes on the window's answer to the event `closing`. */
  answerClosing(unfinished: UnfinishedWork): void;
  /**
   * Leaves the open library as closing the window does: what is being typed is saved, unfinished work is asked about, the core
   * is closed. Then a new core opens the next library, and the page is loaded again. Does nothing without a window.
   */
  reopen(next: NextLibrary): void;
}

/** The current time as it is stored: RFC 3339 in UTC with milliseconds. */
export function currentTimestamp(platform: Pick<Platform, 'now'>): string {
  return platform.now().toISOString();
}
