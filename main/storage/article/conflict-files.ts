import { basename, join } from 'node:path';
import type { System } from '#main/base/system.ts';
import { isThere, readdir, readFile, rm } from '../disk/disk.ts';
import { replaceFile, syncFolder, writeVerified } from '../disk/durable-file.ts';
import type { FilePlatform } from '../disk/open-store.ts';
import { articlePaths } from '../disk/paths.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import { compareWithDisk, separateStrayLines } from '../history/compare-histories.ts';
import { type CommonLine, parseHistory } from '../history/history-format.ts';

interface StrayLinesContext {
  access: WriteAccess;
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
}

/**
 * Removes stray lines, which a paused process wrote behind the end of an article's history. Keeps each continuation as an article of
 * its own first. Resolves to how many were kept; null when there are no stray lines, or the file has other damage. Nothing else may
 * use the folder. Rejects with the system's error or as `WriteAccess.verify`, and then the history is as it was.
 */
export async function takeOutStrayLines(
  folder: string,
  { access, keepCopy }: StrayLinesContext,
): Promise<number | null> {
  const { history } = articlePaths(folder);
  await access.verify();
  const separated = separateStrayLines(await readFile(history));
  if (!separated) return null;
  for (const other of separated.others) await keepCopy(basename(folder), other.history, other.common);
  await writeVerified(history, separated.own, access);
  return separated.others.length;
}

/**
 * Names that sync tools give to the other version of a history. Before the extension: Dropbox, Nextcloud and Seafile
 * (`history (conflicted copy).jsonl`), iCloud and Finder (`history 2.jsonl`), OneDrive (`history-LAPTOP.jsonl`), Syncthing
 * (`history.sync-conflict-20260101-120000-ABCDEFG.jsonl`), Synology (`history_Laptop_Conflict.jsonl`), Google Drive
 * (`history[Conflict].jsonl`).
 */
const conflictBeforeExtension = /^history[ (._[-].*\.jsonl$/i;

/** Behind the extension: rclone (`history.jsonl.conflict1`, earlier `history.jsonl..path1`), and tools that add a sentence. */
const conflictBehindExtension = /^history\.jsonl(?:\.\.path\d+|[^a-z0-9].*conflict.*)$/i;

/** Files that Stet itself keeps beside a history. */
const keptName = /\.(?:damaged|replaced|found)-/;

/** Whether a name is one that a sync tool gives to another version of a history. */
export function isConflictName(name: string): boolean {
  if (keptName.test(name)) return false;
  return conflictBeforeExtension.test(name) || conflictBehindExtension.test(name);
}

/** Whether a name begins like that of the history, but comes neither from Stet nor from a known sync tool. */
export function isUnknownHistoryName(name: string): boolean {
  if (!/^history/i.test(name) || name.endsWith('.tmp')) return false;
  return name !== basename(articlePaths('').history) && !keptName.test(name) && !isConflictName(name);
}

interface ConflictContext extends FilePlatform, Pick<System, 'libraryFolder'> {
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
}

/**
 * Merges other versions of an article's history that a sync tool put beside it. If one version continues the other, the longer one is
 * used. Otherwise the other version becomes an article of its own. Resolves to how many became articles. Rejects with the system's
 * error, and then the other versions are still there.
 */
export async function resolveConflictFiles(folder: string, context: ConflictContext): Promise<number> {
  const found = (await readdir(folder).catch(() => [])).filter(isConflictName).sort();
  if (found.length === 0) return 0;
  const { history } = articlePaths(folder);
  const names = await restoreRenamed(folder, found, context);
  let copies = (await takeOutStrayLines(folder, context)) ?? 0;
  for (const name of names) {
    const path = join(folder, name);
    const ours = await readFile(history);
    const { end, problem } = parseHistory(ours);
    if (problem) return copies;
    const compared = compareWithDisk(ours.subarray(0, end.bytes), await readFile(path), end);
    for (const other of compared.others)
      await context.keepCopy(basename(folder), other.history, other.common);
    copies += compared.others.length;
    await context.access.verify();
    if (compared.kind === 'ahead') {
      await replaceFile(path, history);
      await takeOutStrayLines(folder, context);
    } else {
      if (compared.kind === 'diverged') {
        await context.keepCopy(basename(folder), compared.content, compared.common);
        copies += 1;
      }
      await rm(path);
    }
    await syncFolder(folder);
  }
  return copies;
}

/**
 * rclone renames both versions unless its settings say which one wins. When there is no history, renames the first undamaged version
 * to `history.jsonl`. Resolves to the names of the others.
 */
async function restoreRenamed(
  folder: string,
  names: readonly string[],
  { access }: ConflictContext,
): Promise<readonly string[]> {
  const { history } = articlePaths(folder);
  if (await isThere(history)) return names;
  for (const name of names) {
    const { changes, problem } = parseHistory(await readFile(join(folder, name)));
    if (problem || changes.length === 0) continue;
    await access.verify();
    await replaceFile(join(folder, name), history);
    await syncFolder(folder);
    return names.filter((other) => other !== name);
  }
  return names;
}
