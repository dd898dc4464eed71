import { join } from 'node:path';
import { lstat, readdirWithLinks } from '../../files/disk';
import { libraryPaths } from '../../paths';
import { ignoredNames } from '../inspect-folder';

interface ListedFile {
  /** Relative to the folder. */
  path: string;
  bytes: number;
  /** The permissions, as in `chmod`. */
  mode: number;
}

/** Everything in a folder, by paths relative to it. A folder is listed before what it holds. */
export interface Tree {
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
