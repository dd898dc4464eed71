import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from '../bench/support/random';
import { exerciseLibrary } from './links/exercise-library';
import { fillOutside, type LinkKind, linkKinds, listPlaces, outsideFolder, putLink } from './links/places';
import { leaveCrash, pathsOf } from './support/arrangements';
import { copyFolders, type Folders, foldersIn, withTempFolder } from './support/library-folders';
import type { Print } from './support/tally';
import { createLibrary, millId, start } from './support/test-library';

/** A link: its place, and its kind. */
type PlacedLink = readonly [place: string, kind: LinkKind];

/** Links that did harm once. */
const harmfulLinks: readonly PlacedLink[] = [
  ['library/articles', 'what was there, relative'],
  ['library/articles/.removing-a', 'folder, relative'],
  [`library/articles/${millId}`, 'what was there, absolute'],
  [`library/articles/${millId}/history.jsonl`, 'what was there, hard'],
  [`library/articles/${millId}/history.jsonl`, 'what was there, relative'],
  [`library/articles/${millId}/drafts`, 'what was there, relative'],
  [`library/articles/${millId}/vault`, 'what was there, relative'],
  [`library/articles/${millId}/vault/swept`, 'folder, relative'],
];

/** Puts every kind of link in every place, and prints what Stet changed outside of the library. Resolves to the failures. */
export async function run(print: Print): Promise<number> {
  return withTempFolder(async (folder) => {
    const { tried, wrong } = await tryLinks(folder, (places) =>
      places.flatMap((place) => linkKinds.map((kind) => [place, kind] as const)),
    );
    for (const line of wrong) print(`  ${line}`);
    print(
      `  ${tried} links; ${wrong.length} times something outside was changed, or a link was gone or not named.`,
    );
    return wrong.length;
  });
}

/** Tries the harmful links, and some others, for `npm test`. */
export function tryFewLinks(folder: string, seed: number, count: number) {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]) => list[random.below(list.length)];
  return tryLinks(folder, (places) => [
    ...harmfulLinks,
    ...Array.from({ length: count }, () => [pick(places) ?? '', pick(linkKinds) ?? linkKinds[0]] as const),
  ]);
}

/** Puts links in a library and its backups, one at a time. `wrong` says what must not have happened. */
async function tryLinks(
  folder: string,
  choose: (places: readonly string[]) => readonly PlacedLink[],
): Promise<{ tried: number; wrong: string[] }> {
  const library = foldersIn(join(folder, 'template'));
  await arrange(library);
  const wrong: string[] = [];
  let tried = 0;
  for (const [place, kind] of choose(await listPlaces(library))) {
    const reasons = await tryLink(library, join(folder, 'try'), place, kind);
    if (!reasons) continue;
    tried += 1;
    wrong.push(...reasons.map((reason) => `${place} -> ${kind}: ${reason}`));
  }
  return { tried, wrong };
}

/** A library with backups that a killed process left, and a bin in a vault. */
async function arrange(folders: Folders): Promise<void> {
  await createLibrary(folders);
  const stet = start(folders, 'backup');
  await stet.call('library.list', null);
  await stet.call('backup.setFolder', { choice: 'ask' });
  await stet.call('backup.run', { taskId: 'backup' });
  await stet.core.close();
  await mkdir(join(folders.base, 'restored'), { recursive: true });
  await leaveCrash(folders);
  const day = join(pathsOf(folders, millId).vault, 'swept', '2020-01-01');
  await mkdir(day, { recursive: true });
  await writeFile(join(day, 'b'.repeat(64)), 'swept long ago');
  await fillOutside(folders);
}

/** Null when a link of the kind can't be in the place. */
async function tryLink(
  library: Folders,
  base: string,
  place: string,
  kind: LinkKind,
): Promise<string[] | null> {
  const folders = await copyFolders(library, base);
  if (!(await putLink(folders, place, kind))) return null;
  const outside = outsideFolder(folders);
  const before = await describeTree(outside);
  const isHard = kind.endsWith('hard');
  const target = isHard ? null : await readlink(join(base, place));
  const { report, fsck } = await exerciseLibrary(folders);
  const after = await describeTree(outside);
  const wrong = [...new Set([...before, ...after])]
    .filter((line) => !before.includes(line) || !after.includes(line))
    .map((line) => `${before.includes(line) ? 'gone' : 'new'}: ${line}`);
  if (target !== null && !(await holdsLink(base, target))) wrong.push('the link is gone');
  const name = place.replace(/^(library|backups)\//, '');
  // The set of another library is not checked.
  const isUnnamed = isHard || name === 'stet-backups-another';
  if (!isUnnamed && !report?.findings.some(({ file }) => file === name))
    wrong.push('the check does not name it');
  if (!isUnnamed && !fsck.includes(name)) wrong.push('fsck does not name it');
  await rm(base, { recursive: true });
  return wrong;
}

/** Everything in a folder with its kind, mode, time and content, a line each. */
async function describeTree(folder: string): Promise<string[]> {
  const lines: string[] = [];
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const stats = await lstat(join(folder, path));
    const content = stats.isFile()
      ? createHash('sha256')
          .update(await readFile(join(folder, path)))
          .digest('hex')
      : stats.isDirectory()
        ? 'folder'
        : 'other';
    lines.push([path, stats.mode.toString(8), stats.mtimeMs, content].join(' '));
    if (stats.isDirectory())
      for (const name of await readdir(join(folder, path))) open.push(join(path, name));
  }
  return lines;
}

/** Whether a link that leads to the target is anywhere: the library that holds it may have been moved. */
async function holdsLink(folder: string, target: string): Promise<boolean> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink() && (await readlink(path)) === target) return true;
    if (entry.isDirectory() && (await holdsLink(path, target))) return true;
  }
  return false;
}
