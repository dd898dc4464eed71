import type { EventSink, NextLibrary } from '#main/base/system.ts';
import type { LibraryHolder } from '#shared/contract/commands/library-commands.ts';
import type { ReportFormat } from '#shared/domain/settings/report-options.ts';
import type { UnfinishedWork } from '../window/closing.ts';
import type { ShownSettings } from '../window/shown-settings.ts';

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
  confirmFetch(link: { host: string; href: string }): Promise<boolean>;
  /** Asks before a library is taken over from a Stet whose lock is stale; null when it is not known which. */
  confirmTakeOver(holder: LibraryHolder | null): Promise<boolean>;
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

export interface WindowShell extends EventSink {
  /** Pastes into the focused field; false when the window is not in front or no person has just asked for it. */
  paste(): boolean;
  about(): { version: string; electron: string; chrome: string; platform: string };
  /** Shows settings that were changed in the window: the theme, and the keys in the menu bar. */
  applySettings(settings: ShownSettings): void;
  /** Passes on the window's answer to the event `closing`. */
  answerClosing(unfinished: UnfinishedWork): void;
  /**
   * Leaves the open library as closing the window does: what is being typed is saved, unfinished work is asked about, the core
   * is closed. Then a new core opens the next library, and the page is loaded again. Does nothing without a window.
   */
  reopen(next: NextLibrary): void;
  openLink(href: string): Promise<void>;
  /** Opens a file in the system's program for it. Rejects when there is none. */
  openFile(path: string): Promise<void>;
  showInFolder(path: string): void;
  dialogs: Dialogs;
}
