import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { createRandom, type Random } from '../bench/support/random.ts';
import type { TestCore } from '../unit/main/support/start-core.ts';
import { pathsOf } from './support/arrangements.ts';
import { type ArticlesView, viewArticles } from './support/describe-library.ts';
import { copyFolders, type Folders, foldersIn, withTempFolder } from './support/library-folders.ts';
import {
  addTally,
  createTally,
  type Print,
  printTable,
  type Row,
  sumTallies,
  type Tally,
} from './support/tally.ts';
import { binnedId, createLibrary, millId, otherId, start } from './support/test-library.ts';

/** A random damage to the bytes of a file. `other` are the bytes of a file that it may be mixed up with. */
interface Damage {
  name: string;
  apply(bytes: Buffer, random: Random, other: Buffer): Buffer;
}

/** A random range in the bytes, of at most `most` bytes and at least one. */
function chooseRange(bytes: Buffer, random: Random, most: number): { start: number; end: number } {
  const start = random.below(bytes.length);
  return { start, end: Math.min(bytes.length, start + 1 + random.below(most)) };
}

const splitLines = (bytes: Buffer) => bytes.toString('latin1').split(/(?<=\n)/);
const joinLines = (lines: readonly string[]) => Buffer.from(lines.join(''), 'latin1');

const damages: readonly Damage[] = [
  {
    name: 'flipped bit',
    apply(bytes, random) {
      const damaged = Buffer.from(bytes);
      const at = random.below(bytes.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
      return damaged;
    },
  },
  {
    name: 'overwritten range',
    apply(bytes, random) {
      const damaged = Buffer.from(bytes);
      const { start, end } = chooseRange(bytes, random, 64);
      for (let at = start; at < end; at += 1) damaged[at] = random.below(256);
      return damaged;
    },
  },
  {
    name: 'zero-filled block',
    apply(bytes, random) {
      const { start, end } = chooseRange(bytes, random, 512);
      return Buffer.from(bytes).fill(0, start, end);
    },
  },
  { name: 'truncated', apply: (bytes, random) => bytes.subarray(0, random.below(bytes.length)) },
  {
    name: 'removed line',
    apply(bytes, random) {
      const lines = splitLines(bytes);
      lines.splice(random.below(lines.length), 1);
      return joinLines(lines);
    },
  },
  {
    name: 'doubled line',
    apply(bytes, random) {
      const lines = splitLines(bytes);
      const at = random.below(lines.length);
      lines.splice(at, 0, lines[at] ?? '');
      return joinLines(lines);
    },
  },
  { name: 'swapped file', apply: (_bytes, _random, other) => other },
];

/** Does what a reviewer can do about damage: opens every article, which repairs it, then checks and repairs the library. */
async function repairLibrary({ call }: TestCore): Promise<void> {
  const { articles } = await call('library.list', null);
  for (const { id: articleId } of articles) {
    const opened = await call('review.open', { articleId }).catch(() => null);
    if (opened) await call('review.close', { articleId });
  }
  const report = await call('check.run', { taskId: 'check' });
  const repairIds = report?.findings.flatMap(({ repairId }) => repairId ?? []) ?? [];
  if (repairIds.length > 0) await call('check.repair', { taskId: 'repair', repairIds });
}

/** A library that is damaged in each try, and everything that it shows while it is whole. */
interface DamagedLibrary {
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
async function damageOnce(
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

/** Files of which a single flipped bit costs nothing. A line of the history has a copy only in a backup. */
const alwaysRepaired: ReadonlySet<string> = new Set(['snapshot', 'summary', 'list']);

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

const count = 10_000;

/** Damages random files in random ways, and prints what was found. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const rows = await damageRandomly(folder, seed, count);
    const failures = printTable(print, rows);
    for (const line of summarize(rows)) print(`  ${line}`);
    return failures;
  });
}

/** The rows of the table in a few sentences. */
function summarize(rows: readonly Row[]): string[] {
  const sum = (isIncluded: (fault: string) => boolean) =>
    sumTallies(rows.filter(({ fault }) => isIncluded(fault)).map(({ tally }) => tally));
  const all = sum(() => true);
  const flipped = sum((fault) => /^flipped bit, (?:history|snapshot|list)/.test(fault));
  const backedUp = sum(
    (fault) => fault.endsWith('with a backup') && !/, settings|, backup list|, library id/.test(fault),
  );
  const isWhole = ({ faults, named, repaired, restored }: Tally) => faults - named + repaired + restored;
  const others = all.wrong.filter((what) => what.includes('another article')).length;
  return [
    `${all.faults - all.silent} of ${all.faults} damages were named, or cost nothing`,
    `${isWhole(flipped)} of ${flipped.faults} flipped bits of histories, snapshots and lists were repaired`,
    `${isWhole(backedUp)} of ${backedUp.faults} damages of what has a second copy, backups included, were repaired`,
    `${all.named - all.repaired - all.restored} damages of what has none were named only`,
    `${others} times another article was touched`,
  ];
}

/** A library with or without a backup of everything. */
async function prepareLibrary(folder: string, hasBackup: boolean): Promise<DamagedLibrary> {
  // Where it is damaged later: the settings name the folder of the backups.
  const folders = foldersIn(join(folder, 'damaged'));
  await rm(folders.base, { recursive: true, force: true });
  await createLibrary(folders);
  if (hasBackup) {
    const stet = start(folders, 'backup');
    await stet.call('library.list', null);
    await stet.call('backup.setFolder', { choice: 'ask' });
    await stet.call('backup.run', { taskId: 'backup' });
    await stet.core.close();
  }
  const kept = await copyFolders(folders, join(folder, hasBackup ? 'backed-up' : 'library'));
  return { folders: kept, healthy: await viewArticles(folders), hasBackup };
}

/** Resolves to a row for each kind of damage and of file, with and without a backup. */
export async function damageRandomly(folder: string, seed: number, times: number): Promise<Row[]> {
  const random = createRandom(seed);
  const libraries = [await prepareLibrary(folder, false), await prepareLibrary(folder, true)];
  const rows = new Map<string, Row>();
  for (let time = 0; time < times; time += 1) {
    const damage = damages[time % damages.length];
    const library = libraries[Math.floor(time / damages.length) % libraries.length];
    if (!damage || !library) break;
    const { kind, tally: more } = await damageOnce(library, damage, random, folder);
    const fault = `${damage.name}, ${kind}${library.hasBackup ? ', with a backup' : ''}`;
    const row = rows.get(fault) ?? { fault, tally: createTally() };
    addTally(row.tally, more);
    rows.set(fault, row);
  }
  return [...rows.values()].sort((a, b) => (a.fault < b.fault ? -1 : 1));
}
