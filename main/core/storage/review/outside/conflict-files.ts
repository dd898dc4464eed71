import { basename, join } from 'node:path';
import type { Platform } from '../../../platform';
import { readdir, readFile, rm } from '../../files/disk';
import { replaceFile, syncFolder } from '../../files/durable-file';
import type { FilePlatform } from '../../files/durable-json-file';
import { articlePaths } from '../../paths';
import { compareWithDisk } from '../history/compare-histories';
import type { CommonLine } from '../history/history-line';
import { parseHistory } from '../history/read-history';
import { takeOutStrayLines } from './take-out-stray-lines';

/**
 * Names that sync tools give to the other version of a history: `history (conflicted copy).jsonl`, `history 2.jsonl`,
 * `history-laptop.jsonl`, `history.sync-conflict-20260101-120000-ABCDEFG.jsonl`.
 */
const conflictName = /^history[ (._-].*\.jsonl$/i;

interface ConflictContext extends FilePlatform, Pick<Platform, 'libraryFolder'> {
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
}

/**
 * Resolves what a sync tool could not: other versions of an article's history beside it. When one of the two only goes on
 * where the other ends, the longer is taken; otherwise the other version becomes an article of its own. Resolves to how many
 * became one. Rejects with the system's error, and then the other versions are still there.
 */
export async function resolveConflictFiles(folder: string, context: ConflictContext): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => conflictName.test(name));
  let copies = names.length === 0 ? 0 : ((await takeOutStrayLines(folder, context)) ?? 0);
  for (const name of names.sort()) {
    const path = join(folder, name);
    const { history } = articlePaths(folder);
    const ours = await readFile(history);
    const { end, problem } = parseHistory(ours);
    if (problem) return copies;
    const found = compareWithDisk(ours.subarray(0, end.bytes), await readFile(path), end);
    for (const other of found.others) await context.keepCopy(basename(folder), other.history, other.common);
    copies += found.others.length;
    await context.access.verify();
    if (found.kind === 'ahead') {
      await replaceFile(path, history);
      await takeOutStrayLines(folder, context);
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
