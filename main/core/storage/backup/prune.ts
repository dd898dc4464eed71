import type { BackupSet } from './backup-set';
import { listContents } from './manifest';
import { removeContentsExcept } from './pool';
import { chooseKept } from './retention';

/**
 * Removes the backups that are not to be kept any more, then the contents that no backup holds. Called after a new backup was
 * verified. Rejects with the system's error, and then the next time completes it.
 */
export async function pruneBackups(set: BackupSet): Promise<void> {
  const names = await set.list();
  const kept = chooseKept(names);
  const outdated = names.filter((name) => !kept.has(name));
  await set.remove(outdated);
  if (outdated.length > 0) await removeUnneeded(set);
}

/**
 * Removes articles from all backups of a set, and the contents that only they had. Resolves to the number of backups that held
 * one. Rejects with the system's error; then some backups may still hold them.
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

/** Removes what no manifest names. Nothing is removed while a manifest can't be read: what it names is not known. */
async function removeUnneeded(set: BackupSet): Promise<void> {
  const needed = new Set<string>();
  for (const { name } of await set.list()) {
    const manifest = await set.read(name);
    if (!manifest) return;
    for (const sha256 of listContents(manifest)) needed.add(sha256);
  }
  await removeContentsExcept(set.pool, needed);
}
