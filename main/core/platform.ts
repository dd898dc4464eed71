import type { AppEvent } from '../../shared/contract/events';
import type { ImporterJob } from '../../shared/contract/importer-bridge';
import type { Draft } from '../../shared/domain/draft';
import type { Paper, ReportFormat } from '../../shared/domain/report-options';
import type { Settings } from '../../shared/domain/settings';
import type { CarriedReview, CarryJob } from '../../shared/drafts/carry-review';
import type { Comparison } from '../../shared/drafts/compare/diff-hunks';
import type { DraftReading } from '../../shared/import/proposal';
import type { DocumentText } from '../../shared/quotes/document-text';
import type { QuotePlace } from '../../shared/quotes/quote-location';
import type { Secret } from '../../shared/reports/confidential/confidential-terms';
import type { ReportFonts } from '../../shared/reports/html/fonts';
import type { MadeReport, ReportJob } from '../../shared/reports/make-report';
import type { Task } from './tasks/tasks';
import type { FetchedPage } from './web/fetch-page';
import type { Unfinished } from './window/closing-messages';

/** A file to make a draft of. */
export type DraftFile = Omit<ImporterJob, 'kind'>;

export interface Log {
  error(message: string, error?: unknown): void;
}

/** What the system's dialogs ask, and what comes back; null or false when the reviewer said no. */
export interface Dialogs {
  /** Asks for files to open as articles, starting in a folder; their absolute paths. */
  openFiles(folder: string): Promise<string[] | null>;
  /** Asks for files to attach, starting in a folder; their absolute paths. */
  attachFiles(folder: string): Promise<string[] | null>;
  /** Asks where to put a report, proposing an absolute path with the format's extension. */
  saveFile(proposed: string, format: ReportFormat): Promise<string | null>;
  /** Asks before a page is fetched from the web. */
  confirmFetch(link: { host: string; href: string }): Promise<boolean>;
  /** Shows where an outside link leads, before it is opened. */
  confirmLink(link: { host: string; href: string }): Promise<boolean>;
}

/** Everything that main/core does not do by itself: clock, ids, disk location, dialogs, the browser, the window. */
export interface Outside {
  /** Absolute path of the folder that holds the library; made when it is missing. */
  folder: string;
  /** Absolute path of the reviewer's documents: where dialogs start the first time. */
  documents: string;
  log: Log;
  now(): Date;
  /** A new id that was never given before; letters as `idSchema` has them. */
  newId(): string;
  /** Calls back after so many milliseconds; returns the function that cancels it. */
  later(milliseconds: number, task: () => void): () => void;
  /** IANA name of the reviewer's time zone. */
  timeZone(): string;
  dialogs: Dialogs;
  /** Opens an address in the reviewer's browser or mail program. */
  openLink(href: string): Promise<void>;
  /** Absolute path of the folder for copies that are looked at; emptied at the start and at the end. */
  copies: string;
  /** Opens a file in the system's program for it. Rejects when there is none. */
  openFile(path: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): void;
  /**
   * Reads the text of a file of an untrusted format, apart from everything else. It may take so many milliseconds; without
   * `patience` as many as a file that nobody knows may. Rejects when the signal aborts.
   */
  readDocument(
    file: { name: string; bytes: Uint8Array },
    signal: AbortSignal,
    patience?: number,
  ): Promise<DocumentText>;
  /**
   * Makes a draft of a file of an untrusted format, apart from everything else, or says why there is none. Rejects when the
   * task's signal aborts.
   */
  readDraft(file: DraftFile, task: Task): Promise<DraftReading>;
  /** Fetches a page from the web, as `fetchPage` does. */
  fetchPage(address: string, task: Task): Promise<FetchedPage>;
  /** Builds a report without keeping main busy. Rejects when the signal aborts. */
  makeReport(job: ReportJob, signal: AbortSignal): Promise<MadeReport>;
  /** As `quotePlaceIn`, without keeping main busy. Rejects when the signal aborts. */
  findQuote(document: DocumentText, quote: string, signal: AbortSignal): Promise<QuotePlace>;
  /** As `leaksInPages`, without keeping main busy. Rejects when the signal aborts. */
  findLeaks(
    pages: readonly string[],
    beside: readonly string[],
    secrets: readonly Secret[],
    signal: AbortSignal,
  ): Promise<string[]>;
  /** As `carryReview`, without keeping main busy. Rejects when the signal aborts. */
  carryReview(job: CarryJob, signal: AbortSignal): Promise<CarriedReview>;
  /** As `compareDrafts`, without keeping main busy. Rejects when the signal aborts. */
  compareDrafts(before: Draft, after: Draft, signal: AbortSignal): Promise<Comparison>;
  /** Prints a report's HTML. Rejects when the signal aborts. */
  printPdf(html: string, paper: Paper, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Prints a report's HTML by the system's dialog; false when the reviewer cancelled it there. Rejects when there is no
   * printer, or when the signal aborts.
   */
  printOnPaper(html: string, paper: Paper, signal: AbortSignal): Promise<boolean>;
  /** Serves a report's HTML to the window, in place of the one before; its address. */
  servePreview(html: string): string;
  /** Pastes into the window's field; false when the window is not in front or nobody asked for it. */
  paste(): boolean;
  /** Tells the window. */
  tell(event: AppEvent): void;
  about(): { version: string; electron: string; chrome: string; platform: string };
  /** The typefaces of a report as data addresses. */
  reportFonts(): ReportFonts;
  themeChanged(theme: Settings['theme']): void;
  /** The window's answer to `closing`. */
  closeAnswered(unfinished: Unfinished): void;
}

/** The moment as it is stored: RFC 3339 in UTC with milliseconds. */
export function moment(outside: Pick<Outside, 'now'>): string {
  return outside.now().toISOString();
}
