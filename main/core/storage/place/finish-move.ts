import { join } from 'node:path';
import { z } from 'zod';
import { getErrorCode } from '../../errors/error-code';
import { lstat, readdirWithLinks, rm, rmdir, unlink } from '../files/disk';
import { openStore } from '../files/open-store';
import { removeTempFiles } from '../files/temp-files';
import { alwaysWritable, type WriteAccess } from '../lock/write-access';
import { libraryPaths } from '../paths';
import { getFileStamp } from '../vault/stored-file';
import { ignoredNames, inspectFolder } from './inspect-folder';
import type { PlacePlatform } from './place-record';

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
 * Lists a library, without its lock, the mark of a move, and files that systems put there by themselves. Anything but files,
 * folders and links is left out, because it holds no data. Rejects with the system's error, or with the signal's reason when it
 * aborts.
 */
export async function listTree(folder: string, { signal }: { signal?: AbortSignal } = {}): Promise<Tree> {
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

export type MovedFile = MoveMark['files'][number];

const format = { format: 'stet-move', version: 1, schema: markSchema };

/** Marks a folder as a copy that no record names yet. Rejects with the system's error. */
export function writeMoveMark(folder: string, mark: MoveMark, platform: PlacePlatform): Promise<void> {
  return openMark(folder, platform).save(mark);
}

/** The mark of a folder; null when there is none that can be read. Never rejects. */
function readMoveMark(folder: string, platform: PlacePlatform): Promise<MoveMark | null> {
  return openMark(folder, platform).peek();
}

/** Until the record names the copy, it is no library that another process could have open. */
function openMark(folder: string, platform: PlacePlatform) {
  return openStore(libraryPaths(folder).move, format, { ...platform, access: alwaysWritable });
}

/** Removes a copy that was not finished. A folder without the mark of one loses only temporary files of Stet. Never rejects. */
export async function discardCopy(folder: string, { log }: Pick<PlacePlatform, 'log'>): Promise<void> {
  try {
    const content = await inspectFolder(folder);
    if (content === 'library') return;
    // The process may have died while it wrote the mark.
    await removeTempFiles(folder);
    if (content !== 'unfinishedCopy') return;
    const { folders, files, links } = await listTree(folder);
    for (const path of [...files.map((file) => file.path), ...links]) await unlink(join(folder, path));
    await removeFolders(folder, folders);
    // Last, so that the rest is recognised should the process die.
    await rm(libraryPaths(folder).move, { force: true });
  } catch (error) {
    log.error('an unfinished copy of the library could not be removed', error);
  }
}

/**
 * Removes the library that `to` was copied from, file by file: what changed since it was copied, and what was not copied, is
 * left. Resolves to whether nothing is left. Rejects with the system's error, or as `access`, the right to write to `from`.
 */
export async function removeFormer(
  { from, to }: { from: string; to: string },
  access: WriteAccess,
  platform: PlacePlatform,
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

/** Removes the folders that are empty, the innermost ones first. */
async function removeFolders(folder: string, folders: readonly { path: string }[]): Promise<void> {
  for (const { path } of [...folders].reverse())
    await rmdir(join(folder, path)).catch((error) => {
      if (!/^(ENOTEMPTY|EEXIST|ENOENT)$/.test(getErrorCode(error) ?? '')) throw error;
    });
}
