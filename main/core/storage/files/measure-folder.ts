import { join } from 'node:path';
import { lstat, readdirEntries } from './disk';

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
