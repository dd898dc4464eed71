import type { LibraryPlace } from './storage/place/library-place';

export interface Log {
  error(message: string, error?: unknown): void;
}

/** The clock, ids, folders and log of this computer. */
export interface System {
  /** Absolute path of the folder of everything that belongs to this computer's Stet and not to a library. */
  userDataFolder: string;
  /** Absolute path of the folder that holds the library. */
  libraryFolder: string;
  /** Whether the library is there. Its folder is created only when `place.isNew`. */
  place: LibraryPlace;
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
