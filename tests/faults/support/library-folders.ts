import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StartOptions, startCore, type TestCore } from '../../unit/main/support/start-core';

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

/** Copies everything, for a try of its own. */
export async function copyFolders(from: Folders, base: string): Promise<Folders> {
  await rm(base, { recursive: true, force: true });
  await mkdir(base, { recursive: true });
  await cp(from.base, base, { recursive: true });
  return foldersIn(base);
}

const now = new Date('2026-01-02T03:04:05.000Z');

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
