import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryLocation } from '#main/base/system.ts';
import {
  LocationFile,
  type LocationPlatform,
  type LocationRecord,
  locateLibrary,
} from '#main/storage/computer/location-record.ts';
import { libraryPaths } from '#main/storage/disk/paths.ts';
import { readHistory } from '#main/storage/history/history-format.ts';
import { type StartOptions, startCore, type TestCore } from '#tests/unit/main/support/start-core.ts';

/** The ids of the changes in all histories of a library: of articles, and of kept copies of them. */
export async function readChangeIds(libraryFolder: string): Promise<Set<string>> {
  const { articles } = libraryPaths(libraryFolder);
  const ids = new Set<string>();
  for (const name of await readdir(articles)) {
    const history = await readHistory(join(articles, name, 'history.jsonl')).catch(() => null);
    for (const { id } of history?.changes ?? []) ids.add(id);
  }
  return ids;
}

/** The folders of one computer, and the library on it. */
export interface Folders {
  /** Holds all of them. */
  base: string;
  library: string;
  userData: string;
}

export function foldersIn(base: string): Folders {
  return { base, library: join(base, 'library'), userData: join(base, 'user-data') };
}

/** Where the operations move a library to. */
export function movedLibrary({ base }: Pick<Folders, 'base'>): string {
  return join(base, 'moved', 'library');
}

/** Copies everything, for a try of its own. A record of where the library lies names the copy. */
export async function copyFolders(from: Folders, base: string): Promise<Folders> {
  await rm(base, { recursive: true, force: true });
  await mkdir(base, { recursive: true });
  await cp(from.base, base, { recursive: true, preserveTimestamps: true });
  const folders = foldersIn(base);
  const record = await readPlace(folders);
  if (record === null) return folders;
  const copied = (path: string | null) => path?.replace(from.base, base) ?? null;
  await new LocationFile(folders.userData, placePlatform).change({
    folder: record.folder.replace(from.base, base),
    moving: copied(record.moving),
    leaving: copied(record.leaving),
  });
  return folders;
}

/** The record of where the library lies; null when there is none. Throws when it can't be read. */
export async function readPlace({ userData }: Pick<Folders, 'userData'>): Promise<LocationRecord | null> {
  const record = await new LocationFile(userData, placePlatform).read();
  if (record === 'unusable') throw new Error('the place of the library could not be read');
  return record;
}

/** The library as the next start finds it: where the record says, if there is one. */
export async function findLibrary(folders: Folders): Promise<{ library: Folders; place: LibraryLocation }> {
  const usual: LibraryLocation = { state: 'open', folder: folders.library, isNew: false, isAccepted: true };
  const record = await new LocationFile(folders.userData, placePlatform).read();
  const place = record === null ? usual : await locateLibrary(folders.userData, placePlatform);
  return { library: { ...folders, library: place.folder }, place };
}

const placePlatform: LocationPlatform = {
  now: () => now,
  log: {
    error(message) {
      throw new Error(message);
    },
  },
};

/** The time of the clock, which stands still. */
export const now = new Date('2026-01-02T03:04:05.000Z');

/**
 * Starts Stet with a clock that stands still, and with ids that begin with a word and count up: whoever does the same gets
 * the same library.
 */
export function startStet(
  { library, userData }: Folders,
  word: string,
  options: StartOptions = {},
): TestCore {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${word}-${ids}`;
  };
  return startCore(library, { userDataFolder: userData, now: () => now, newId, ...options });
}

/** Runs something with a temporary folder, which is removed afterwards. */
export async function withTempFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-faults-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
