import type { LibraryHolder } from '../../shared/contract/commands/library-commands';
import type { ReportFormat } from '../../shared/domain/report-options';

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
