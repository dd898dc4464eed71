import type { MissingLibraryReason } from '#shared/contract/commands/shown-location.ts';
import type { AppEvent } from '#shared/contract/events.ts';

/** Where the library lies, and whether it is there. A library that is known and not there is a question, never a new library. */
export type LibraryLocation =
  /**
   * `isNew`: there is none yet, and its folder may be created. `isAccepted`: the reviewer works in the library that was there
   * last, so that nobody has to find out whose it is, unless another one is there now.
   */
  | { state: 'open'; folder: string; isNew: boolean; isAccepted: boolean }
  /** `folder` is where it was expected: the usual folder when the record can't be read. */
  | { state: 'missing'; folder: string; why: MissingLibraryReason }
  /** The library of `folder` is being moved to `target`. Nothing else may use it meanwhile. */
  | { state: 'moving'; folder: string; target: string };

/** The library that the window shows next, once the present one is saved and closed. */
export type NextLibrary =
  /** The same library again, wherever the record says that it is. */
  { kind: 'same' } | { kind: 'open'; folder: string; isNew: boolean } | { kind: 'move'; target: string };

/** Passes events on to the window. Does nothing without one. */
export interface EventSink {
  emit(event: AppEvent): void;
}

export interface Log {
  error(message: string, error?: unknown): void;
}

/** The clock, ids, folders and log of this computer. */
export interface System {
  /** Absolute path of the folder of everything that belongs to this computer's Stet and not to a library. */
  userDataFolder: string;
  /** Absolute path of the folder that holds the library. */
  libraryFolder: string;
  /** Whether the library is there. Its folder is created only when `location.isNew`. */
  location: LibraryLocation;
  /** Absolute path of the reviewer's documents, where dialogs start the first time. */
  documentsFolder: string;
  /** Absolute path of the folder for copies of attached files that were opened. Emptied at start and at quit. */
  copiesFolder: string;
  log: Log;
  now(): Date;
  /** Creates a unique id that `idSchema` accepts. */
  newId(): string;
  /** Runs the task after a delay. Returns a function that cancels it. */
  schedule(milliseconds: number, task: () => void): () => void;
  /** IANA name of the reviewer's time zone. */
  timeZone(): string;
}

/** The current time as it is stored: RFC 3339 in UTC with milliseconds. */
export function currentTimestamp(platform: Pick<System, 'now'>): string {
  return platform.now().toISOString();
}
