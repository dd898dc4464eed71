import { cp, link, lstat, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Folders } from '../support/library-folders';
import { millId, otherId } from '../support/test-library';

/** Kinds of links: the target, which lies outside of the library and of the backups, and how the link names it. */
export const linkKinds = [
  'folder, relative',
  'folder, absolute',
  'file, relative',
  'file, absolute',
  'nothing, relative',
  'nothing, absolute',
  'what was there, relative',
  'what was there, absolute',
  'file, hard',
  'what was there, hard',
] as const;

export type LinkKind = (typeof linkKinds)[number];

const sha256 = 'c'.repeat(64);
const temp = 'writing.0123456789ab.tmp';

/** The folder that no operation may change. */
export function outsideFolder({ base }: Pick<Folders, 'base'>): string {
  return join(base, 'outside');
}

/** Puts into a folder what Stet would remove, move, append to or take for its own if it lay in a library. */
export async function fillOutside(folders: Folders): Promise<void> {
  const documents = join(outsideFolder(folders), 'documents');
  for (const name of ['', '2020-01-01', 'drafts', 'vault', '.making-a', '.removing-a', 'an-article']) {
    await mkdir(join(documents, name), { recursive: true });
    for (const file of ['notes.txt', temp, sha256, 'unswept', 'history.jsonl', 'review.json'])
      await writeFile(join(documents, name, file), `${name}/${file}`);
  }
}

/** Names that a library or a set of backups does not have now, and that Stet would look at or write to. */
const furtherPlaces = [
  'library/articles/.removing-a',
  'library/articles/.making-a',
  'library/articles/an-article',
  'library/articles/an article (conflicted copy)',
  'library/move.json',
  'library/lock.json',
  `library/${temp}`,
  ...['', 'drafts/', 'vault/'].map((folder) => `library/articles/${millId}/${folder}${temp}`),
  `library/articles/${millId}/history (conflicted copy).jsonl`,
  `library/articles/${millId}/review.json.damaged-2026-01-02T03-04-05-000Z`,
  `library/articles/${millId}/copy.json`,
  `library/articles/${millId}/binned.json`,
  `library/articles/${millId}/vault/swept`,
  `library/articles/${millId}/vault/swept/2020-01-01`,
  `library/articles/${otherId}/vault/unswept`,
  `library/articles/${otherId}/vault/${sha256}`,
  'backups/stet-backups-another',
] as const;

/** Every place of a library and its backups, by paths relative to the folder that holds both. */
export async function listPlaces({ base }: Folders): Promise<string[]> {
  const places: string[] = [];
  const open = ['library', 'backups'];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop())
    for (const entry of await readdir(join(base, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      places.push(path);
      if (entry.isDirectory()) open.push(path);
    }
  const sets = places.filter((path) => /^backups\/[^/]+$/.test(path));
  const further = sets.flatMap((set) => [
    `${set}/backups/${temp}`,
    `${set}/files/${temp}`,
    `${set}/files/${sha256}`,
    `${set}/backups/backup-000009-2026-01-02T03-04-05-000Z.json`,
  ]);
  return [...new Set([...places, ...furtherPlaces, ...further])].sort();
}

/** Puts a link in a place. False when a link of the kind can't be there. */
export async function putLink(folders: Folders, place: string, kind: LinkKind): Promise<boolean> {
  const path = join(folders.base, place);
  const outside = outsideFolder(folders);
  const before = await lstat(path).catch(() => null);
  const [what, how] = kind.split(', ');
  const isOriginal = what === 'what was there';
  if (isOriginal && (before === null || (how === 'hard' && !before.isFile()))) return false;
  const target = join(
    outside,
    isOriginal
      ? 'original'
      : what === 'nothing'
        ? 'missing'
        : what === 'folder'
          ? 'documents'
          : 'documents/notes.txt',
  );
  await mkdir(dirname(path), { recursive: true });
  if (isOriginal) {
    // Beside its target, so that the folder around both is seen as well.
    await rename(path, target).catch(async () => {
      await cp(path, target, { recursive: true, preserveTimestamps: true });
      await rm(path, { recursive: true });
    });
  } else await rm(path, { recursive: true, force: true });
  if (how === 'hard') await link(target, path);
  else await symlink(how === 'relative' ? relative(dirname(path), target) : target, path);
  return true;
}
