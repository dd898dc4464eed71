import { type BigIntStats, constants, type Dirent, type Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getErrorCode } from '../../errors/stet-error';

/**
 * The one way to the disk for everything in `storage/`. A library or a folder with backups may come from a stranger, so no link
 * inside of one is followed: not to read, list, write, rename, copy or remove. A link is left where it is, and the check of the
 * library names it. Windows' junctions are links as well.
 *
 * The functions are those of `node:fs/promises`, with the same names and errors, and reject with a `LinkError` where a link
 * stands. Each folder between the root and the path is looked at right before the call, and the system refuses a link at
 * its end. Another program that puts a link there in between wins; nothing in Node prevents that.
 *
 * A root may be a link itself, because somebody chose it: `paths.ts` and `backup-set.ts` name the roots. Paths outside of all roots,
 * such as the settings, are used as they are.
 */
const roots = new Set<string>();

/** Names a folder in which no link is followed. A path that is not absolute names none. */
export function addRoot(folder: string): void {
  if (isAbsolute(folder)) roots.add(resolve(folder));
}

/** Thrown where a link stands. The code is that of the systems that refuse to follow one. */
export class LinkError extends Error {
  readonly code = 'ELOOP';
  readonly entry: string;

  constructor(path: string) {
    super('a link is not followed');
    this.entry = basename(path);
  }
}

/** The folders between a path and its root, and whether the path lies inside of a root at all. */
function findRoot(path: string): { isInside: boolean; parents: string[] } {
  const parents: string[] = [];
  const absolute = resolve(path);
  for (let at = absolute; ; at = dirname(at)) {
    if (roots.has(at)) return { isInside: at !== absolute, parents };
    if (at !== absolute) parents.push(at);
    if (dirname(at) === at) return { isInside: false, parents: [] };
  }
}

/** The looks at folders that did not end yet: at the start, many articles ask for the same ones at a time. */
const looks = new Map<string, Promise<boolean>>();

function look(path: string): Promise<boolean> {
  const running = looks.get(path);
  if (running) return running;
  const looking = isLink(path).finally(() => looks.delete(path));
  looks.set(path, looking);
  return looking;
}

/** Whether a link is at the path. Rejects with the system's error when that can't be found out. */
export async function isLink(path: string): Promise<boolean> {
  try {
    return (await fs.lstat(path)).isSymbolicLink();
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test(getErrorCode(error) ?? '')) return false;
    throw error;
  }
}

/** Whether the path lies inside of a root. Rejects with a `LinkError` when a link is above it, or with `itself` at it. */
async function refuseLinks(path: string, itself: boolean): Promise<boolean> {
  const { isInside, parents } = findRoot(path);
  if (!isInside) return false;
  const refuse = async (at: string) => {
    if (await look(at)) throw new LinkError(at);
  };
  await Promise.all([...parents, ...(itself ? [resolve(path)] : [])].map(refuse));
  return true;
}

const openFlags = {
  r: constants.O_RDONLY,
  'r+': constants.O_RDWR,
  wx: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
};

/** Windows has neither flag; there only looking at the path finds a link. */
export const noFollow = constants.O_NOFOLLOW ?? 0;
/** Otherwise opening a pipe would wait for ever. */
const noWaiting = constants.O_NONBLOCK ?? 0;

/** Opens a file or, to sync it, a folder. */
export async function open(
  path: string,
  flags: keyof typeof openFlags | number,
  mode?: number,
): Promise<fs.FileHandle> {
  if (!(await refuseLinks(path, noFollow === 0))) return fs.open(path, flags, mode);
  const numeric = typeof flags === 'number' ? flags : openFlags[flags];
  return fs.open(path, numeric | noFollow | noWaiting, mode).catch((error) => {
    throw getErrorCode(error) === 'ELOOP' ? new LinkError(path) : error;
  });
}

export async function readFile(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

export async function readdirWithLinks(folder: string): Promise<Dirent[]> {
  await refuseLinks(folder, true);
  return fs.readdir(folder, { withFileTypes: true });
}

export async function readdirEntries(folder: string): Promise<Dirent[]> {
  return (await readdirWithLinks(folder)).filter((entry) => !entry.isSymbolicLink());
}

/** The names in a folder, without links. */
export async function readdir(folder: string): Promise<string[]> {
  return (await readdirEntries(folder)).map(({ name }) => name);
}

export function stat(path: string): Promise<Stats> {
  return lookAt(
    path,
    (at) => fs.stat(at),
    (at) => fs.lstat(at),
  );
}

/** As `stat`, with times in nanoseconds. */
export function statExactly(path: string): Promise<BigIntStats> {
  return lookAt(
    path,
    (at) => fs.stat(at, { bigint: true }),
    (at) => fs.lstat(at, { bigint: true }),
  );
}

async function lookAt<T extends Pick<Stats, 'isSymbolicLink'>>(
  path: string,
  follow: (path: string) => Promise<T>,
  notFollow: (path: string) => Promise<T>,
): Promise<T> {
  if (!findRoot(path).isInside) return follow(path);
  // At once, because every edit asks; a link above counts more than what is behind it.
  const [refused, looked] = await Promise.allSettled([refuseLinks(path, false), notFollow(path)]);
  if (refused.status === 'rejected') throw refused.reason;
  if (looked.status === 'rejected') throw looked.reason;
  if (looked.value.isSymbolicLink()) throw new LinkError(path);
  return looked.value;
}

/** Says what is at a path, which may be a link. */
export async function lstat(path: string): Promise<Stats> {
  await refuseLinks(path, false);
  return fs.lstat(path);
}

/** As `lstat`, with times in nanoseconds. */
export async function lstatExactly(path: string): Promise<BigIntStats> {
  await refuseLinks(path, false);
  return fs.lstat(path, { bigint: true });
}

/** Settles as a call does, but resolves to null when nothing is at its path. */
export function ifThere<T>(call: Promise<T>): Promise<T | null> {
  return call.catch((error) => {
    if (getErrorCode(error) === 'ENOENT') return null;
    throw error;
  });
}

/** Whether anything is at a path, be it a link. Not when that can't be found out. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

export async function access(path: string, mode?: number): Promise<void> {
  await refuseLinks(path, true);
  await fs.access(path, mode);
}

export async function mkdir(path: string, mode: number): Promise<void> {
  await refuseLinks(path, true);
  await fs.mkdir(path, { mode });
}

export async function chmod(path: string, mode: number): Promise<void> {
  await refuseLinks(path, true);
  await fs.chmod(path, mode);
}

/** Moves a file or folder, and never over a link. */
export async function rename(from: string, to: string): Promise<void> {
  await Promise.all([refuseLinks(from, true), refuseLinks(to, true)]);
  await fs.rename(from, to);
}

export async function copyFile(from: string, to: string, mode: number): Promise<void> {
  await Promise.all([refuseLinks(from, true), refuseLinks(to, true)]);
  await fs.copyFile(from, to, mode);
}

export async function link(existing: string, added: string): Promise<void> {
  await Promise.all([refuseLinks(existing, true), refuseLinks(added, false)]);
  await fs.link(existing, added);
}

export async function rm(path: string, options: { force?: boolean } = {}): Promise<void> {
  await refuseLinks(path, true);
  await fs.rm(path, options);
}

export async function rmdir(path: string): Promise<void> {
  await refuseLinks(path, true);
  await fs.rmdir(path);
}

/**
 * Removes a file, or a folder with all that is in it. Links in it are left, and so are the folders that hold them. Does nothing
 * when nothing is there. Rejects with the system's error.
 */
export async function removeTree(path: string): Promise<void> {
  await refuseLinks(path, true);
  const stats = await ifThere(fs.lstat(path));
  if (stats?.isDirectory()) await removeFolder(path);
  else if (stats?.isSymbolicLink() === false) await fs.rm(path, { force: true, maxRetries: 3 });
}

/** Resolves to whether the folder is gone. */
async function removeFolder(folder: string): Promise<boolean> {
  let isEmpty = true;
  for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
    const path = resolve(folder, entry.name);
    if (entry.isSymbolicLink()) isEmpty = false;
    else if (entry.isDirectory()) isEmpty = (await removeFolder(path)) && isEmpty;
    else await fs.rm(path, { force: true, maxRetries: 3 });
  }
  if (isEmpty) await retryOnWindows(() => fs.rmdir(folder));
  return isEmpty;
}

/** On Windows a virus scanner or an indexer may lock a file or folder briefly. */
export async function retryOnWindows(call: () => Promise<void>): Promise<void> {
  for (let delayMs = 10; ; delayMs *= 2) {
    try {
      return await call();
    } catch (error) {
      const isLocked =
        process.platform === 'win32' && /^(EPERM|EACCES|EBUSY)$/.test(getErrorCode(error) ?? '');
      if (!isLocked || delayMs > 1_000) throw error;
      await sleep(delayMs);
    }
  }
}

/** Removes a file, or a link as such. Only for a library that is removed as a whole, because it was moved. */
export async function unlink(path: string): Promise<void> {
  await refuseLinks(path, false);
  await fs.rm(path);
}

/** Where a link leads, for a library that is copied as it is. */
export async function readlink(path: string): Promise<string> {
  await refuseLinks(path, false);
  return fs.readlink(path);
}

export async function symlink(target: string, path: string): Promise<void> {
  await refuseLinks(path, false);
  await fs.symlink(target, path);
}

export const realpath = (path: string): Promise<string> => fs.realpath(path);

export const mkdtemp = (prefix: string): Promise<string> => fs.mkdtemp(prefix);

/** Size in bytes of all files in a folder and in the folders in it. Anything that can't be read counts as nothing. */
export async function measureFolder(folder: string): Promise<number> {
  const entries = await readdirEntries(folder).catch(() => []);
  let total = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += await measureFolder(path);
    else if (entry.isFile())
      total += await lstat(path).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return total;
}
