import { createHash } from 'node:crypto';
import {
  cp,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { runFsck } from '#main/storage/check/fsck.ts';
import { LocationFile } from '#main/storage/computer/location-record.ts';
import type { ShownCheckReport } from '#shared/contract/commands/backup-commands.ts';
import { createRandom } from '../bench/support/random.ts';
import type { TestCore } from '../unit/main/support/start-core.ts';
import { fillTarget, leaveCrash, pathsOf } from './support/arrangements.ts';
import {
  copyFolders,
  type Folders,
  foldersIn,
  movedLibrary,
  withTempFolder,
} from './support/library-folders.ts';
import { operations } from './support/operations.ts';
import type { Print } from './support/tally.ts';
import { createLibrary, mark, millId, otherId, start } from './support/test-library.ts';

/** The findings of the two checks of a library. */
interface Said {
  report: ShownCheckReport | null;
  /** The output of `npm run fsck`. */
  fsck: string;
}

/** Most of what is done here fails, because a link is in the way: only what happens to files counts. */
const attempt = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null);

/**
 * Does to a library all that can be done to one: opens, edits, closes, sweeps, deletes, backs up, restores, checks, repairs
 * and moves it.
 */
async function exerciseLibrary(folders: Folders): Promise<Said> {
  const report = await withCore(folders, 'first', async (stet) => {
    for (const { name, arrange, startOptions, prepare, run } of operations) {
      if (arrange || startOptions || name === 'give the lock back') continue;
      if (prepare) await attempt(prepare(stet));
      await attempt(run(stet));
    }
    return checkAndRepair(stet);
  });
  const output: string[] = [];
  const fsckArguments = [folders.library, '--backups', join(folders.base, 'backups'), '--repair'];
  await attempt(runFsck(fsckArguments, (line) => output.push(line)));
  await withCore(folders, 'second', async (stet) => {
    await attempt(mark(stet, millId, 'again', 34));
    await attempt(stet.call('review.close', { articleId: millId }));
    await attempt(stet.call('library.bin', { articleId: otherId }));
    await attempt(stet.call('library.delete', { articleId: otherId }));
    await attempt(stet.call('backup.run', { taskId: 'backup' }));
  });
  await move(folders);
  return { report, fsck: output.join('\n') };
}

/** Opens the library for some work, and closes it. */
async function withCore<T>(
  folders: Folders,
  word: string,
  work: (stet: TestCore) => Promise<T>,
): Promise<T | null> {
  const stet = start(folders, word, { log: { error: () => undefined } });
  try {
    await attempt(stet.call('library.list', null));
    return await attempt(work(stet));
  } finally {
    await stet.core.close();
  }
}

async function checkAndRepair({ call }: TestCore): Promise<ShownCheckReport | null> {
  const report = await call('check.run', { taskId: 'check' });
  const repairIds = report?.findings.flatMap(({ repairId }) => repairId ?? []) ?? [];
  if (repairIds.length > 0) await attempt(call('check.repair', { taskId: 'repair', repairIds }));
  return report;
}

async function move(folders: Folders): Promise<void> {
  const platform = { now: () => new Date(), log: { error: () => undefined } };
  await mkdir(folders.userData, { recursive: true });
  await attempt(new LocationFile(folders.userData, platform).change({ folder: folders.library }));
  await fillTarget(folders);
  const target = movedLibrary(folders);
  const moving = start(folders, 'moving', {
    log: { error: () => undefined },
    location: { state: 'moving', folder: folders.library, target },
  });
  await attempt(moving.call('location.move', { taskId: 'move' }));
  await moving.core.close();
  // The next start removes what was copied.
  await withCore({ ...folders, library: target }, 'moved', async () => undefined);
}

/** Kinds of links: the target, which lies outside of the library and of the backups, and how the link names it. */
const linkKinds = [
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

type LinkKind = (typeof linkKinds)[number];

const sha256 = 'c'.repeat(64);
const temp = 'writing.0123456789ab.tmp';

/** The folder that no operation may change. */
function outsideFolder({ base }: Pick<Folders, 'base'>): string {
  return join(base, 'outside');
}

/** Puts into a folder what Stet would remove, move, append to or take for its own if it lay in a library. */
async function fillOutside(folders: Folders): Promise<void> {
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
async function listPlaces({ base }: Folders): Promise<string[]> {
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

/** Puts a link in a location. False when a link of the kind can't be there. */
async function putLink(folders: Folders, location: string, kind: LinkKind): Promise<boolean> {
  const path = join(folders.base, location);
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

/** A link: its location, and its kind. */
type PlacedLink = readonly [location: string, kind: LinkKind];

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

/** Puts every kind of link in every location, and prints what Stet changed outside of the library. Resolves to the failures. */
export async function run(print: Print): Promise<number> {
  return withTempFolder(async (folder) => {
    const { tried, wrong } = await tryLinks(folder, (places) =>
      places.flatMap((location) => linkKinds.map((kind) => [location, kind] as const)),
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
  // Where each link is tried, because the settings name the backup folder by its whole path.
  const first = foldersIn(join(folder, 'try'));
  await arrange(first);
  const library = await copyFolders(first, join(folder, 'template'));
  const wrong: string[] = [];
  let tried = 0;
  for (const [location, kind] of choose(await listPlaces(library))) {
    const reasons = await tryLink(library, join(folder, 'try'), location, kind);
    if (!reasons) continue;
    tried += 1;
    wrong.push(...reasons.map((reason) => `${location} -> ${kind}: ${reason}`));
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

/** Null when a link of the kind can't be in the location. */
async function tryLink(
  library: Folders,
  base: string,
  location: string,
  kind: LinkKind,
): Promise<string[] | null> {
  const folders = await copyFolders(library, base);
  if (!(await putLink(folders, location, kind))) return null;
  const outside = outsideFolder(folders);
  const before = await describeTree(outside);
  const isHard = kind.endsWith('hard');
  const target = isHard ? null : await readlink(join(base, location));
  const { report, fsck } = await exerciseLibrary(folders);
  const after = await describeTree(outside);
  const wrong = [...new Set([...before, ...after])]
    .filter((line) => !before.includes(line) || !after.includes(line))
    .map((line) => `${before.includes(line) ? 'gone' : 'new'}: ${line}`);
  if (target !== null && !(await holdsLink(base, target))) wrong.push('the link is gone');
  const name = location.replace(/^(library|backups)\//, '');
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
