import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { parseHistory } from '../../../main/core/storage/history/history-format';
import { articlePaths } from '../../../main/core/storage/paths';
import type { BackgroundWork } from '../../../main/core/tasks/background-work';
import type { Client } from '../../../shared/contract/client';
import type { CommandName, Input, Output } from '../../../shared/contract/commands/commands';
import { editArticle } from '../../../shared/domain/article-edits';
import { getArticle } from '../../../shared/domain/review/review';
import { reviewFromData } from '../../../shared/domain/review/review-copy';
import { generateLongHistory } from '../../unit/main/support/generate-long-history';
import { createPlainPlatform } from '../../unit/main/support/plain-platform';
import { createCoreClient } from '../support/create-core-client';
import { generateArticle } from '../support/generate-article';

async function callOrThrow<N extends CommandName>(
  client: Client,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = await client.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Creates an article of 10,000 words and 500 claims, with a history of that many changes and its snapshot. */
export async function createLongArticle(folder: string, changeCount: number) {
  const first = createCoreClient(createPlainPlatform(folder));
  const { articleId } = await first.createArticle(generateArticle(10_000, 500));
  const opened = await callOrThrow(first.client, 'review.open', { articleId });
  await first.core.close();
  const paths = articlePaths(join(folder, 'articles', articleId));
  const { end } = parseHistory(await readFile(paths.history));
  for (const batch of generateLongHistory(opened, end, changeCount)) await appendFile(paths.history, batch);
  const { core, client } = createCoreClient(createPlainPlatform(folder));
  await callOrThrow(client, 'review.open', { articleId });
  await callOrThrow(client, 'review.close', { articleId });
  await core.close();
  return { articleId, paths };
}

/** Opens an article of a library, edits it, and waits until its history is verified. Times are from the call that opens it. */
export async function openAndVerify(
  folder: string,
  articleId: string,
  { verifyLines }: Pick<BackgroundWork, 'verifyLines'>,
) {
  const { core, client } = createCoreClient({ ...createPlainPlatform(folder), verifyLines });
  // The library is read at the start of the app.
  await callOrThrow(client, 'library.list', null);
  const start = performance.now();
  const { review } = await callOrThrow(client, 'review.open', { articleId });
  const shownMs = performance.now() - start;
  let last = performance.now();
  let busyMs = 0;
  const timer = setInterval(() => {
    busyMs = Math.max(busyMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const step = editArticle(getArticle(reviewFromData(review)), { title: `Title ${nanoid()}` });
  if (!step) throw new Error('nothing to edit');
  await callOrThrow(client, 'review.apply', { articleId, change: { id: nanoid(), ...step } });
  const savedMs = performance.now() - start;
  // The history of a claim needs every line.
  await callOrThrow(client, 'review.history', { articleId, claimId: `${review.claims[0]?.id}` });
  const verifiedMs = performance.now() - start;
  clearInterval(timer);
  await callOrThrow(client, 'review.close', { articleId });
  await core.close();
  return { shownMs, savedMs, verifiedMs, busyMs };
}
