import type { BackupSet } from './backup-set.ts';
import { type BackupStamp, listContents } from './manifest.ts';
import { removeContentsExcept } from './pool.ts';

const keptNewest = 10;
/** For how many days that have a backup, and for how many such weeks, the last one is kept. */
const keptDays = 14;
const keptWeeks = 8;

const dayMs = 24 * 60 * 60 * 1000;

function getDay({ at }: BackupStamp): number {
  return Math.floor(at / dayMs);
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function getWeek(stamp: BackupStamp): number {
  return Math.floor((getDay(stamp) + 3) / 7);
}

/**
 * Chooses which backups to keep: the last 10, the last one of each of the last 14 days that have one, and the last one of
 * each of the last 8 weeks that have one. Days and weeks are counted by the backups themselves and not from today, so neither a
 * long holiday nor a clock that is years ahead removes any. Days are in UTC.
 */
export function chooseKept<S extends BackupStamp>(backups: readonly S[]): Set<S> {
  const newestFirst = [...backups].sort((a, b) => b.number - a.number);
  return new Set([
    ...newestFirst.slice(0, keptNewest),
    ...chooseLastOfEach(newestFirst, getDay, keptDays),
    ...chooseLastOfEach(newestFirst, getWeek, keptWeeks),
  ]);
}

/** The last backup of each of the latest `count` periods that have any. */
function chooseLastOfEach<S extends BackupStamp>(
  newestFirst: readonly S[],
  getPeriod: (stamp: S) => number,
  count: number,
): S[] {
  const lastOf = new Map<number, S>();
  for (const stamp of newestFirst) {
    const period = getPeriod(stamp);
    if (!lastOf.has(period)) lastOf.set(period, stamp);
  }
  return [...lastOf]
    .sort(([a], [b]) => b - a)
    .slice(0, count)
    .map(([, stamp]) => stamp);
}

/**
 * Removes outdated backups, then the files in the pool that no backup names. Called after a new backup was verified. Rejects with the
 * system's error; the next call completes the work.
 */
export async function pruneBackups(set: BackupSet): Promise<void> {
  const names = await set.list();
  const kept = chooseKept(names);
  const outdated = names.filter((name) => !kept.has(name));
  await set.remove(outdated);
  if (outdated.length > 0) await removeUnneeded(set);
}

/**
 * Removes articles from all backups of a set, and the files in the pool that only they had. Resolves to the number of backups that
 * held one. Rejects with the system's error; then some backups may still hold them.
 */
export async function forgetArticles(set: BackupSet, articleIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const { name } of await set.list()) {
    const manifest = await set.read(name);
    if (!manifest) continue;
    const articles = manifest.articles.filter(({ id }) => !articleIds.includes(id));
    if (articles.length === manifest.articles.length) continue;
    await set.write({ ...manifest, articles }, name);
    count += 1;
  }
  if (count > 0) await removeUnneeded(set);
  return count;
}

/** Removes files that no manifest names. Removes nothing while a manifest is unreadable, because its files are unknown. */
async function removeUnneeded(set: BackupSet): Promise<void> {
  const needed = new Set<string>();
  for (const { name } of await set.list()) {
    const manifest = await set.read(name);
    if (!manifest) return;
    for (const sha256 of listContents(manifest)) needed.add(sha256);
  }
  await removeContentsExcept(set.pool, needed);
}
