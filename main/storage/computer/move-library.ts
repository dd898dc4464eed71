import { dirname, join } from 'node:path';
import { z } from 'zod';
import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import type { Task } from '#main/base/tasks.ts';
import {
  lstat,
  mkdir,
  open,
  readdirWithLinks,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  symlink,
  unlink,
} from '../disk/disk.ts';
import { describeDiskError } from '../disk/disk-messages.ts';
import { createFolder, removeTempFiles, syncFolder, writeFully } from '../disk/durable-file.ts';
import { openStore } from '../disk/open-store.ts';
import { libraryPaths } from '../disk/paths.ts';
import { hashFile, readRegularFile } from '../disk/regular-file.ts';
import { alwaysWritable, type WriteAccess } from '../disk/write-access.ts';
import { getFileStamp } from '../vault/stored-file.ts';
import { ignoredNames, inspectFolder } from './inspect-folder.ts';
import { LocationFile, type LocationPlatform } from './location-record.ts';

interface ListedFile {
  /** Relative to the folder. */
  path: string;
  bytes: number;
  /** The permissions, as in `chmod`. */
  mode: number;
}

/** Everything in a folder, by paths relative to it. A folder is listed before what it holds. */
interface Tree {
  folders: { path: string; mode: number }[];
  files: ListedFile[];
  /** Links are kept as links, wherever they lead. */
  links: string[];
}

/**
 * Lists a library without its lock, the mark of a move, and files that systems put there. Leaves out anything but files, folders and
 * links, because it holds no data. Rejects with the system's error, or with the signal's reason when it aborts.
 */
async function listTree(folder: string, { signal }: { signal?: AbortSignal } = {}): Promise<Tree> {
  const { move } = libraryPaths('');
  const tree: Tree = { folders: [], files: [], links: [] };
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const entry of await readdirWithLinks(join(folder, path))) {
      signal?.throwIfAborted();
      const entryPath = join(path, entry.name);
      if (path === '' && (entry.name === move || ignoredNames.has(entry.name))) continue;
      if (entry.isSymbolicLink()) tree.links.push(entryPath);
      if (!entry.isDirectory() && !entry.isFile()) continue;
      const { mode: wholeMode, size: bytes } = await lstat(join(folder, entryPath));
      const mode = wholeMode & 0o777;
      if (entry.isFile()) tree.files.push({ path: entryPath, bytes, mode });
      else {
        tree.folders.push({ path: entryPath, mode });
        open.push(entryPath);
      }
    }
  }
  return tree;
}

const markSchema = z.looseObject({
  /** The folder that was copied, an absolute path. */
  from: z.string(),
  /** The files and links of the copy, once it is complete. `path` is relative; `stamp` is that of the original. */
  files: z.array(z.looseObject({ path: z.string(), stamp: z.string() })),
});

type MoveMark = z.infer<typeof markSchema>;

type MovedFile = MoveMark['files'][number];

const format = { format: 'stet-move', version: 1, schema: markSchema };

/** Marks a folder as a copy that no record names yet. Rejects with the system's error. */
function writeMoveMark(folder: string, mark: MoveMark, platform: LocationPlatform): Promise<void> {
  return openMark(folder, platform).save(mark);
}

/** The mark of a folder; null when there is none that can be read. Never rejects. */
function readMoveMark(folder: string, platform: LocationPlatform): Promise<MoveMark | null> {
  return openMark(folder, platform).peek();
}

/** Opens the mark of a copy. It needs no lock, because no other process opens the copy until the record names it. */
function openMark(folder: string, platform: LocationPlatform) {
  return openStore(libraryPaths(folder).move, format, { ...platform, access: alwaysWritable });
}

/** Removes a copy that was not finished. A folder without the mark of one loses only temporary files of Stet. Never rejects. */
export async function discardCopy(folder: string, { log }: Pick<LocationPlatform, 'log'>): Promise<void> {
  try {
    const content = await inspectFolder(folder);
    if (content === 'library') return;
    // The process may have died while it wrote the mark.
    await removeTempFiles(folder);
    if (content !== 'unfinishedCopy') return;
    const { folders, files, links } = await listTree(folder);
    for (const path of [...files.map((file) => file.path), ...links]) await unlink(join(folder, path));
    await removeFolders(folder, folders);
    // Removed last, so that the rest is recognised if the process dies.
    await rm(libraryPaths(folder).move, { force: true });
  } catch (error) {
    log.error('an unfinished copy of the library could not be removed', error);
  }
}

/**
 * Removes the library that `to` was copied from, file by file. Files that changed since, or were not copied, stay. Resolves to whether
 * nothing is left. Rejects with the system's error, or as `access`, the right to write to `from`.
 */
export async function removeFormer(
  { from, to }: { from: string; to: string },
  access: WriteAccess,
  platform: LocationPlatform,
  signal: AbortSignal,
): Promise<boolean> {
  const mark = await readMoveMark(to, platform);
  for (const { path, stamp } of mark?.files ?? []) {
    signal.throwIfAborted();
    if ((await getFileStamp(join(from, path))) !== stamp) continue;
    await access.verify();
    await unlink(join(from, path));
  }
  const { folders, files, links } = await listTree(from, { signal });
  await access.verify();
  await removeFolders(from, folders);
  return mark !== null && files.length === 0 && links.length === 0;
}

async function removeFolders(folder: string, folders: readonly { path: string }[]): Promise<void> {
  for (const { path } of [...folders].reverse())
    await rmdir(join(folder, path)).catch((error) => {
      if (!/^(ENOTEMPTY|EEXIST|ENOENT)$/.test(getErrorCode(error) ?? '')) throw error;
    });
}

/**
 * Copies a library to an empty or new folder, durably, and reads every file of the copy again to compare its SHA-256. Until
 * the record names it, the copy is marked as unfinished; the mark ends up listing what was copied. Rejects
 * with the system's error, with `conflict` when a file changed meanwhile, or with the signal's reason when it aborts; then the
 * unfinished copy is left.
 */
export async function copyLibrary(
  from: string,
  to: string,
  { signal, reportProgress }: Task,
  platform: LocationPlatform,
): Promise<void> {
  await createFolder(to);
  await writeMoveMark(to, { from, files: [] }, platform);
  const { folders, files, links } = await listTree(from, { signal });
  // Each file is read twice: once to copy it, and once to verify the copy.
  const total = 2 * files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const report = ({ length }: Buffer) => {
    done += length;
    reportProgress('', Math.min(done, total), total);
  };

  for (const { path, mode } of folders) await mkdir(join(to, path), mode | 0o700);
  const copiedLinks: MovedFile[] = [];
  for (const path of links) {
    await symlink(await readlink(join(from, path)), join(to, path));
    copiedLinks.push({ path, stamp: await getFileStamp(join(from, path)) });
  }
  const copied: (MovedFile & { sha256: string })[] = [];
  for (const { path, mode } of files) {
    const stamp = await getFileStamp(join(from, path));
    const sha256 = await copyFile(join(from, path), join(to, path), { mode, report, signal });
    copied.push({ path, stamp, sha256 });
  }
  for (const { path, sha256, stamp } of copied) {
    if ((await hashAt(join(to, path), report, signal)) !== sha256) throw differsError();
    if ((await getFileStamp(join(from, path))) !== stamp) throw changedError();
  }
  for (const { path } of [...folders].reverse()) await syncFolder(join(to, path));
  const moved = [...copied, ...copiedLinks].map(({ path, stamp }) => ({ path, stamp }));
  await writeMoveMark(to, { from, files: moved }, platform);
}

interface CopyOptions {
  mode: number;
  report(chunk: Buffer): void;
  signal: AbortSignal;
}

/** Resolves to the SHA-256 of the bytes that were read, in lower-case hexadecimal. */
async function copyFile(from: string, to: string, { mode, report, signal }: CopyOptions): Promise<string> {
  const copy = await open(to, 'wx', mode | 0o200);
  try {
    let position = 0;
    const append = async (chunk: Buffer) => {
      await writeFully(copy, chunk, position);
      position += chunk.length;
      report(chunk);
    };
    const sha256 = await readRegularFile(from, { followLinks: false }, (handle) =>
      hashFile(handle, append, signal),
    );
    await copy.datasync();
    return sha256;
  } finally {
    await copy.close();
  }
}

function hashAt(path: string, report: (chunk: Buffer) => void, signal: AbortSignal): Promise<string> {
  return readRegularFile(path, { followLinks: false }, (handle) => hashFile(handle, report, signal));
}

function changedError(): StetError {
  return new StetError(
    'conflict',
    'The library was not copied: another program wrote to it at the same time. It is where it was. Close that program, then try again.',
  );
}

function differsError(): StetError {
  return new StetError(
    'damaged',
    'The library was not copied: its copy differs from it, so the other disk can’t be trusted. It is where it was. Choose another folder.',
  );
}

interface Move {
  from: string;
  /** An empty folder, or one that is to be created. */
  to: string;
  userDataFolder: string;
  /** The right to write to the library of `from`. */
  access: WriteAccess;
}

/**
 * Moves a library that nobody uses meanwhile: by one rename within a file system, otherwise by a copy that is verified before
 * the record names it. The record says what is under way, so that exactly one whole library is known whenever the process
 * dies; `settleLocation` clears up afterwards. Resolves once the record would survive a power cut. Rejects with a `StetError` or
 * with the signal's reason when it aborts, and then the library is where it was.
 */
export async function moveLibrary(move: Move, task: Task, platform: LocationPlatform): Promise<void> {
  const { to, userDataFolder, access } = move;
  const record = new LocationFile(userDataFolder, platform);
  try {
    const from = await realpath(move.from);
    await access.verify();
    await record.change({ moving: to });
    await createFolder(dirname(to));
    if (await renameFolder(from, to)) return await noteRename({ from, to }, record, platform);
    await copyLibrary(from, to, task, platform);
    task.signal.throwIfAborted();
    await access.verify();
    await record.change({ folder: to, moving: null, leaving: from });
  } catch (error) {
    await undo(move, record, platform);
    throw task.signal.aborted ? error : notMovedError(error);
  }
}

/** Notes a finished rename. Never rejects: if it fails, the next start finds the library by the move in the record. */
async function noteRename(
  { from, to }: { from: string; to: string },
  record: LocationFile,
  { log }: LocationPlatform,
): Promise<void> {
  try {
    await syncFolder(dirname(to));
    await syncFolder(dirname(from));
    // The lock was moved along, and opening the library creates a new one.
    await rm(libraryPaths(to).lock, { force: true });
    await record.change({ folder: to, moving: null });
  } catch (error) {
    log.error('the new location of the library could not be stored', error);
  }
}

/** Reverts a failed move. Writes the record first, so that no record names the copy when it is removed. Never rejects. */
async function undo({ from, to }: Move, record: LocationFile, platform: LocationPlatform): Promise<void> {
  try {
    await record.change({ folder: from, moving: to, leaving: null });
    await discardCopy(to, platform);
    await record.change({ moving: null });
  } catch (error) {
    platform.log.error('the end of a move could not be stored', error);
  }
}

/** Renames the folder. Resolves to false, with nothing changed, when it has to be copied. Rejects with the system's error. */
async function renameFolder(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const code = getErrorCode(error) ?? '';
    // Windows replaces no folder, not even an empty one.
    if (/^(EEXIST|EPERM|ENOTEMPTY)$/.test(code) && process.platform === 'win32')
      return rmdir(to)
        .then(() => rename(from, to))
        .then(
          () => true,
          () => false,
        );
    // Another file system, the root of one, or a folder that can't be renamed: it can be copied all the same.
    if (/^(EXDEV|EBUSY|EPERM|EACCES|ENOTEMPTY|EEXIST|ENOTSUP|EINVAL|ENOENT|ENOTDIR)$/.test(code))
      return false;
    throw error;
  }
}

function notMovedError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = describeDiskError(error);
  return new StetError(
    'notSaved',
    `The library was not moved: ${why}. It is where it was, and nothing in it was changed. ${remedy}, then move it again.`,
    { cause: error },
  );
}
