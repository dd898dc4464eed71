import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeChecksummed, encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { parseHistory } from '#main/storage/history/history-format.ts';
import type { HistoryVerifier } from '#main/storage/history/long-history.ts';
import { minEndBytes } from '#main/storage/history/long-history.ts';
import { snapshotFormat } from '#main/storage/history/snapshot-file.ts';
import { verifyLines } from '#main/worker/verify-lines.ts';
import { generateLongHistory } from '#tests/unit/main/support/generate-long-history.ts';
import { createMarkChange } from '#tests/unit/main/support/sample.ts';
import type { StartOptions } from '#tests/unit/main/support/start-core.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openArticle } from './open-article.ts';

/** Makes a library with an article whose history is long enough to be opened from its end, closed, with a whole snapshot. */
export async function makeLongArticle() {
  const folder = join(await tempFolder(), 'library');
  const { call, core, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 3).change });
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  const { review } = await call('review.open', { articleId });
  await core.close();
  const history = join(article, 'history.jsonl');
  const lines = Math.ceil((1.2 * minEndBytes) / 550);
  for (const batch of generateLongHistory(
    { review, draft },
    parseHistory(await readFile(history)).end,
    lines,
  ))
    await appendFile(history, batch);
  // The first time it is read as a whole. Leaving it writes the snapshot.
  const first = testCore(folder);
  await first.call('review.open', { articleId });
  await first.call('review.close', { articleId });
  await first.core.close();
  return { folder, articleId, draft, article, history, snapshot: join(article, 'review.json') };
}

/** A core whose workers begin to verify lines when `release` is called. `hasStarted` says whether one was asked to. */
export function gatedCore(folder: string, options: StartOptions = {}) {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isAsked = false;
  const verifyWhenReleased: HistoryVerifier['verifyLines'] = async (lines, before) => {
    isAsked = true;
    await gate;
    return verifyLines(lines, before);
  };
  const stet = testCore(folder, { verifyLines: verifyWhenReleased, ...options });
  return { ...stet, release, hasStarted: () => isAsked };
}

/** Reads a snapshot, and writes it with other fields. */
export async function changeSnapshot(path: string, fields: object): Promise<void> {
  const decoded = decodeChecksummed(await readFile(path));
  if (!decoded.ok) throw new Error(decoded.reason);
  const data = { ...(decoded.data as object), ...fields };
  await writeFile(path, encodeChecksummed(snapshotFormat.format, snapshotFormat.version, data));
}
