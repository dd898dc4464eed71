import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Random } from '../../bench/support/random';
import type { TestCore } from '../../unit/main/support/start-core';
import { pathsOf } from '../support/arrangements';
import { type ArticlesView, viewArticles } from '../support/describe-library';
import { copyFolders, type Folders } from '../support/library-folders';
import { createTally, type Tally } from '../support/tally';
import { binnedId, millId, otherId } from '../support/test-library';
import type { Damage } from './damages';
import { repairLibrary } from './repair-library';

/** A library that is damaged in each try, and everything that it shows while it is whole. */
export interface DamagedLibrary {
  folders: Folders;
  healthy: ArticlesView;
  /** Whether it has a backup of everything. */
  hasBackup: boolean;
}

/** A file to damage. */
interface Target {
  path: string;
  /** The file that it may be swapped with. */
  swapped: string;
  /** The article that it belongs to; null for a file of the library. */
  articleId: string | null;
}

const articleIds = [millId, otherId, binnedId];

/** All files of the articles and of the library. */
async function listTargets(folders: Folders): Promise<Target[]> {
  const targets: Target[] = [];
  for (const [at, articleId] of articleIds.entries()) {
    const own = await listFiles(pathsOf(folders, articleId).folder);
    const others = await listFiles(pathsOf(folders, articleIds[(at + 1) % articleIds.length] ?? '').folder);
    for (const path of own) {
      const kind = describeFile(path);
      const swapped = others.find((other) => describeFile(other) === kind) ?? others[0] ?? path;
      targets.push({ path, swapped, articleId });
    }
  }
  const list = join(folders.library, 'library.json');
  const settings = join(folders.userData, 'settings.json');
  const backups = (await listFiles(join(folders.base, 'backups')).catch(() => [])).filter(
    (path) => basename(path) !== 'about.txt',
  );
  const id = join(folders.library, 'library-id.json');
  return [
    ...targets,
    ...(backups.length > 0 ? [{ path: id, swapped: list, articleId: null }] : []),
    ...backups.map((path, at) => ({ path, swapped: backups.at(at - 1) ?? path, articleId: null })),
    { path: list, swapped: settings, articleId: null },
    { path: settings, swapped: list, articleId: null },
  ];
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/**
 * Damages a random file of a library, starts Stet on it, and then repairs what it offers to repair. The row of the table that
 * the result belongs to is `kind`.
 */
export async function damageOnce(
  { folders: library, healthy, hasBackup }: DamagedLibrary,
  damage: Damage,
  random: Random,
  folder: string,
): Promise<{ kind: string; tally: Tally }> {
  const folders = await copyFolders(library, join(folder, 'damaged'));
  const targets = await listTargets(folders);
  const target = targets[random.below(targets.length)];
  if (!target) throw new Error('there is nothing to damage');
  const bytes = await readFile(target.path);
  const { atime, mtime } = await stat(target.path);
  await writeFile(target.path, damage.apply(bytes, random, await readFile(target.swapped)));
  // A disk that goes bad changes no times.
  await utimes(target.path, atime, mtime);
  const kind = describeFile(target.path);
  const tally = { ...createTally(), faults: 1, acknowledged: healthy.changes };
  const what = `${damage.name} of ${kind} in ${relative(folders.base, target.path)}`;
  const found = await viewArticles(folders);
  const isOfBackup = kind.startsWith('backup');
  const isChecked = isOfBackup || kind === 'library id';
  const isNamed = found.messages.length > 0 || (isChecked && (await countDamage(folders)) > 0);
  const isHarmless = found.all === healthy.all;
  if (isNamed) tally.named += 1;
  if (isChecked && !isNamed) tally.wrong.push(`${what}: a check does not find it`);
  if (isOfBackup) {
    await viewArticles(folders, repairLibrary);
    await viewArticles(folders, backUp);
    if ((await countDamage(folders)) === 0) tally.restored += 1;
    else if (kind === 'backup content') tally.wrong.push(`${what}: the next backup did not repair it`);
  } else if (isNamed && isHarmless && !isChecked) tally.repaired += 1;
  if (!isNamed && !isHarmless) {
    tally.silent += 1;
    tally.wrong.push(`${what}: nothing is said, and something else is shown`);
  }
  for (const [id, shown] of healthy.articles)
    if (id !== target.articleId && found.articles.get(id) !== shown)
      tally.wrong.push(`${what}: another article is shown differently`);
  if (damage.name === 'flipped bit' && alwaysRepaired.has(kind) && !isHarmless)
    tally.wrong.push(`${what}: a flipped bit cost something`);
  if (!isHarmless) {
    const repaired = await viewArticles(folders, repairLibrary);
    if (repaired.all === healthy.all) tally.restored += 1;
    else if (hasBackup && hasSecondCopy.has(kind)) tally.wrong.push(`${what}: it was not restored`);
  }
  return { kind, tally };
}

/** How much damage a check of the library and of its backups finds. */
async function countDamage(folders: Folders): Promise<number> {
  let count = 0;
  await viewArticles(folders, async ({ call }) => {
    const report = await call('check.run', { taskId: 'check' });
    count = report?.findings.filter((finding) => finding.kind === 'damage').length ?? 0;
  });
  return count;
}

async function backUp({ call }: TestCore): Promise<void> {
  await call('library.list', null);
  await call('backup.run', { taskId: 'backup' });
}

/** Files of which a single flipped bit costs nothing. */
const alwaysRepaired: ReadonlySet<string> = new Set(['history', 'snapshot', 'summary', 'list']);

/** Files that a backup has, or that are made again from those. The settings belong to the computer. */
const hasSecondCopy: ReadonlySet<string> = new Set([
  ...['history', 'snapshot', 'summary', 'list', 'draft', 'attached file', 'mark of the bin'],
]);

function describeFile(path: string): string {
  if (path.includes('/stet-backups-')) return path.includes('/files/') ? 'backup content' : 'backup list';
  if (path.endsWith('library-id.json')) return 'library id';
  if (path.endsWith('library.json')) return 'list';
  if (path.endsWith('settings.json')) return 'settings';
  if (path.includes('/drafts/')) return 'draft';
  if (path.includes('/vault/')) return 'attached file';
  if (path.endsWith('summary.json')) return 'summary';
  if (path.endsWith('binned.json')) return 'mark of the bin';
  return path.endsWith('review.json') ? 'snapshot' : 'history';
}
