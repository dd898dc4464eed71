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

interface ListOptions {
  signal?: AbortSignal;
  /** Gets each folder that can't be read, which is left out. Without it, listing ends there. */
  onUnreadable?: ((path: string) => void) | undefined;
}

/**
 * Lists a library, without its lock, the mark of a move, and files that systems put there by themselves. Anything but files,
 * folders and links is left out, because it holds no data. Rejects with the system's error, or with the signal's reason when it
 * aborts.
 */
export async function listTree(folder: string, { signal, onUnreadable }: ListOptions = {}): Promise<Tree> {
  const { move } = libraryPaths('');
  const tree: Tree = { folders: [], files: [], links: [] };
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const entries = await readdirWithLinks(join(folder, path)).catch((error) => {
      if (!onUnreadable) throw error;
      onUnreadable(path ?? '');
      return [];
    });
    for (const entry of entries) {
      signal?.throwIfAborted();
      const entryPath = join(path, entry.name);
      if (path === '' && (entry.name === move || ignoredNames.has(entry.name))) continue;
      if (entry.isSymbolicLink()) tree.links.push(entryPath);
      if (!entry.isDirectory() && !entry.isFile()) continue;
      const stats = await lstat(join(folder, entryPath)).catch((error) => {
        if (!onUnreadable) throw error;
        onUnreadable(entryPath);
        return null;
      });
      if (stats === null) continue;
      const mode = stats.mode & 0o777;
      if (entry.isFile()) tree.files.push({ path: entryPath, bytes: stats.size, mode });
      else {
        tree.folders.push({ path: entryPath, mode });
        open.push(entryPath);
      }
    }
  }
  return tree;
}
