import { type BigIntStats, constants, type Dirent, type Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getErrorCode } from '#main/base/stet-error.ts';

/**
 * All files of `main/storage` access the disk through this module. A library or a backup folder may come from a stranger, so no link
 * inside one is followed: not to read, list, write, rename, copy or remove. Links stay where they are, and the check of the library
 * reports them. Windows junctions count as links.
 *
 * The functions have the names and errors of `node:fs/promises`, and reject with a `LinkError` at a link. They check each folder
 * between the root and the path right before the call, and the system refuses a link at the end of the path. Node can't prevent
 * another program from putting a link there in between.
 *
 * A root may be a link, because the reviewer chose it: `paths.ts` and `backup-set.ts` add the roots. Paths outside all roots, such as
 * those of the settings, are used without these checks.
 */
const roots = new Set<string>();

/** Adds a folder in which no link is followed. Ignores a path that is not absolute. */
export function addRoot(folder: string): void {
  if (isAbsolute(folder)) roots.add(resolve(folder));
}

/** Thrown at a link. It has the code with which systems refuse to follow links. */
export class LinkError extends Error {
  readonly code = 'ELOOP';
  readonly entry: string;

  constructor(path: string) {
    super('a link is not followed');
    this.entry = basename(path);
  }
}

/** Finds the folders between a path and its root, and whether the path lies in a root at all. */
function findRoot(path: string): { isInside: boolean; parents: string[] } {
  const parents: string[] = [];
  const absolute = resolve(path);
  for (let at = absolute; ; at = dirname(at)) {
    if (roots.has(at)) return { isInside: at !== absolute, parents };
    if (at !== absolute) parents.push(at);
    if (dirname(at) === at) return { isInside: false, parents: [] };
  }
}

/** The pending checks of folders. At the start, many articles need the same ones at the same time. */
const pendingChecks = new Map<string, Promise<boolean>>();

function look(path: string): Promise<boolean> {
  const pending = pendingChecks.get(path);
  if (pending) return pending;
  const check = isLink(path).finally(() => pendingChecks.delete(path));
  pendingChecks.set(path, check);
  return check;
}

/** Whether a link is at the path. Rejects with the system's error when that is unknown. */
export async function isLink(path: string): Promise<boolean> {
  try {
    return (await fs.lstat(path)).isSymbolicLink();
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test(getErrorCode(error) ?? '')) return false;
    throw error;
  }
}

/** Resolves to whether the path lies in a root. Rejects with a `LinkError` for a link above it, or, with `itself`, at it. */
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

/** Windows has neither flag. There, only the check of the path finds a link. */
export const noFollow = constants.O_NOFOLLOW ?? 0;
/** Without it, opening a pipe could wait forever. */
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
  // Both checks run at the same time, because every edit waits for them. A link above takes precedence over other errors.
  const [refused, looked] = await Promise.allSettled([refuseLinks(path, false), notFollow(path)]);
  if (refused.status === 'rejected') throw refused.reason;
  if (looked.status === 'rejected') throw looked.reason;
  if (looked.value.isSymbolicLink()) throw new LinkError(path);
  return looked.value;
}

/** As in Node: the stats of the entry at a path, which may be a link. */
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

/** Whether anything is at a path, even a link. False when that is unknown. */
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
 * Removes a file, or a folder with its content, except links and the folders that hold them. Does nothing when nothing is there.
 * Rejects with the system's error.
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

/** Removes a file or a link. Only for the former folder of a library that was moved. */
export async function unlink(path: string): Promise<void> {
  await refuseLinks(path, false);
  await fs.rm(path);
}

/** Reads the target of a link. Only for copying a library with its links. */
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

/** Sums the size in bytes of all files in a folder and its subfolders. Anything unreadable counts as 0. */
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
