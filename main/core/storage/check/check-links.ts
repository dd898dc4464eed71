import { basename, join } from 'node:path';
import { isLink, readdirWithLinks } from '../files/disk';
import type { CheckWork } from './check-work';

/**
 * Names every link in the library and in its backups. Stet follows none of them, so what they lead to was not checked, and takes
 * none of them away. The roots may be links. Never rejects: the other checks say which folders can't be read.
 */
export async function checkLinks({ libraryFolder, backups, found }: CheckWork): Promise<void> {
  const files = await listLinks(libraryFolder, '');
  if (backups) {
    const name = basename(backups.folder);
    if (await isLink(backups.folder)) files.push(name);
    else files.push(...(await listLinks(backups.folder, name)));
  }
  for (const file of files)
    found.add({
      ...{ kind: 'unchecked' as const, title: null, file },
      problem:
        'This is a link to another place, and not a part of the library. Stet does not follow it, and leaves it and what it leads to as they are.',
      remedy:
        'If something is missing, put the file or folder itself in its place. Otherwise delete the link.',
    });
}

/** The links in a folder and in its folders, by paths that begin with `shown`. */
async function listLinks(folder: string, shown: string): Promise<string[]> {
  const links: string[] = [];
  for (const entry of await readdirWithLinks(folder).catch(() => [])) {
    const file = join(shown, entry.name);
    if (entry.isSymbolicLink()) links.push(file);
    else if (entry.isDirectory()) links.push(...(await listLinks(join(folder, entry.name), file)));
  }
  return links;
}
