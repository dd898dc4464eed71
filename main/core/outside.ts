import type { Settings } from '../../shared/domain/settings';

export interface Log {
  error(message: string, error?: unknown): void;
}

/** What the system's dialogs ask, and what comes back; null or false when the reviewer said no. */
export interface Dialogs {
  /** Asks for one article file, starting in a folder; its absolute path. */
  openFile(folder: string): Promise<string | null>;
  /** Asks where to put a file, proposing an absolute path. */
  saveFile(proposed: string): Promise<string | null>;
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
  /** Calls back after so many milliseconds; returns the function that calls it off. */
  later(milliseconds: number, task: () => void): () => void;
  /** IANA name of the reviewer's time zone. */
  timeZone(): string;
  dialogs: Dialogs;
  /** Opens an address in the reviewer's browser or mail program. */
  openLink(href: string): Promise<void>;
  about(): { version: string; electron: string; chrome: string; platform: string };
  /** The typefaces of a report as data addresses. */
  reportFonts(): { serif: string; sans: string; serifItalic?: string };
  themeChanged(theme: Settings['theme']): void;
  /** The window's answer to `closing`: how many edits are not saved. */
  closeAnswered(unsaved: number): void;
}

/** The moment as it is stored: RFC 3339 in UTC with milliseconds. */
export function moment(outside: Pick<Outside, 'now'>): string {
  return outside.now().toISOString();
}
