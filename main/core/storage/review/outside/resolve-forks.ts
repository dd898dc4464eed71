import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { writeFileDurably } from '../../files/durable-file';
import type { WriteAccess } from '../../lock/write-access';
import { articlePaths } from '../../paths';
import { splitForks } from '../history/forked-lines';
import type { CommonLine } from '../history/history-line';

interface ForkContext {
  access: WriteAccess;
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
}

/**
 * Takes lines that a paused process wrote behind the end of an article's history out of it, and keeps each continuation as an
 * article of its own first. Resolves to how many were kept; null when there is nothing to take out, or the file has other
 * damage. Nothing else may use the folder. Rejects with the system's error or as `WriteAccess.verify`, and then the history is
 * as it was.
 */
export async function resolveForks(
  folder: string,
  { access, keepCopy }: ForkContext,
): Promise<number | null> {
  const { history } = articlePaths(folder);
  await access.verify();
  const split = splitForks(await readFile(history));
  if (!split) return null;
  for (const fork of split.forks) await keepCopy(basename(folder), fork.history, fork.common);
  await access.verify();
  await writeFileDurably(history, split.own, { inspect: () => access.verify() });
  return split.forks.length;
}
