import { basename } from 'node:path';
import { readFile } from '../files/disk';
import { writeVerified } from '../files/durable-file';
import type { CommonLine } from '../history/history-line';
import { separateStrayLines } from '../history/stray-lines';
import type { WriteAccess } from '../lock/write-access';
import { articlePaths } from '../paths';

interface StrayLinesContext {
  access: WriteAccess;
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
}

/**
 * Takes lines that a paused process wrote behind the end of an article's history out of it, and keeps each continuation as an
 * article of its own first. Resolves to how many were kept; null when there is nothing to take out, or the file has other
 * damage. Nothing else may use the folder. Rejects with the system's error or as `WriteAccess.verify`, and then the history is
 * as it was.
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
