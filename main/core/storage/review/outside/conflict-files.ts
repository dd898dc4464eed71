import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Platform } from '../../../platform';
import { replaceFile, syncFolder, writeFileDurably } from '../../files/durable-file';
import type { FilePlatform } from '../../files/durable-json-file';
import { articlePaths } from '../../paths';
import { type CommonLine, compareHistories } from '../history/compare-histories';
import { parseHistory } from '../history/read-history';
import { splitFork } from '../history/split-fork';

/**
 * Names that sync tools give to the other version of a history: `history (conflicted copy).jsonl`, `history 2.jsonl`,
 * `history-laptop.jsonl`, `history.sync-conflict-20260101-120000-ABCDEFG.jsonl`.
 */
const conflictName = /^history[ (._-].*\.jsonl$/i;

interface ConflictContext extends FilePlatform, Pick<Platform, 'libraryFolder'> {
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
}

/**
 * Makes an article of its own of another continuation that stands behind the end of the history, as a process leaves it that
 * was paused in the middle of a write and taken over. Resolves to whether there was one. Rejects with the system's error, and
 * then the history is as it was.
 */
export async function resolveFork(folder: string, context: ConflictContext): Promise<boolean> {
  const { history } = articlePaths(folder);
  const fork = splitFork(await readFile(history));
  if (!fork) return false;
  const found = compareHistories(fork.ours, fork.other, fork.end);
  if (found.kind === 'diverged') await context.keepCopy(basename(folder), fork.other, found.common);
  await context.access.verify();
  await writeFileDurably(history, fork.ours);
  return found.kind === 'diverged';
}

/**
 * Resolves what a sync tool could not: other versions of an article's history beside it. When one of the two only goes on
 * where the other ends, the longer is taken; otherwise the other version becomes an article of its own. Resolves to how many
 * became one. Rejects with the system's error, and then the other versions are still there.
 */
export async function resolveConflictFiles(folder: string, context: ConflictContext): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => conflictName.test(name));
  let copies = 0;
  for (const name of names.sort()) {
    const path = join(folder, name);
    const { history } = articlePaths(folder);
    const ours = await readFile(history);
    const { end, problem } = parseHistory(ours);
    if (problem) return copies;
    const found = compareHistories(ours.subarray(0, end.bytes), await readFile(path), end);
    await context.access.verify();
    if (found.kind === 'ahead') {
      await replaceFile(path, history);
    } else {
      if (found.kind === 'diverged') {
        await context.keepCopy(basename(folder), found.content, found.common);
        copies += 1;
      }
      await rm(path);
    }
    await syncFolder(folder);
  }
  return copies;
}
