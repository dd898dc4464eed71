import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { startThread } from '#main/app/base/job-runner.ts';
import { WorkerPool } from '#main/app/workers/worker-pool.ts';
import { readArticle } from '#main/storage/article/read-article.ts';
import { articlePaths } from '#main/storage/disk/paths.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { parseHistory } from '#main/storage/history/history-format.ts';
import type { HistoryVerifier } from '#main/storage/history/long-history.ts';
import type { Client } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { reviewFromData } from '#shared/domain/review/review-data.ts';
import { generateLongHistory } from '../unit/main/support/generate-long-history.ts';
import { createPlainPlatform } from '../unit/main/support/plain-platform.ts';
import { createCoreClient } from './support/create-core-client.ts';
import { generateArticle } from './support/generate-article.ts';
import { median, type Print, reportAtMost } from './support/report-metrics.ts';

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
async function createLongArticle(folder: string, changeCount: number) {
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
async function openAndVerify(folder: string, articleId: string, { verifyLines }: HistoryVerifier) {
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

const changeCount = 100_000;
const rounds = 7;

/**
 * Measures how an article with a long history opens: until it is shown, until its first edit is on the disk, and until a worker
 * has verified every line, with the workers of the built app. Beside it is reading the whole history before it is shown.
 */
export async function run(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  const program = join(process.cwd(), 'out/main/pool-worker.cjs');
  const workers = new WorkerPool(() => startThread(program));
  try {
    const { articleId, paths } = await createLongArticle(folder, changeCount);
    const wholeTimes: number[] = [];
    const opened: Awaited<ReturnType<typeof openAndVerify>>[] = [];
    const platform = { ...createPlainPlatform(folder), access: alwaysWritable };
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      await readArticle(join(folder, 'articles', articleId), platform);
      wholeTimes.push(performance.now() - start);
      opened.push(await openAndVerify(folder, articleId, workers));
    }
    const { size } = await stat(paths.history);
    const whole = median(wholeTimes);
    const shown = median(opened.map(({ shownMs }) => shownMs));
    print(`An article with ${changeCount} changes, ${(size / 1e6).toFixed(0)} MB (medians of ${rounds})`);
    reportAtMost(print, {
      what: 'opened until shown',
      value: shown,
      bound: 300,
      unit: ' ms',
      beside: `${(shown / whole).toFixed(2)} x reading the whole history: ${whole.toFixed(0)} ms`,
    });
    reportAtMost(print, {
      what: 'until the first edit is saved',
      bound: 600,
      unit: ' ms',
      value: median(opened.map(({ savedMs }) => savedMs)),
    });
    reportAtMost(print, {
      what: 'until every line is verified',
      bound: 2 * whole,
      unit: ' ms',
      value: median(opened.map(({ verifiedMs }) => verifiedMs)),
    });
    reportAtMost(print, {
      what: 'longest that main was busy meanwhile',
      bound: 50,
      unit: ' ms',
      value: median(opened.map(({ busyMs }) => busyMs)),
    });
  } finally {
    workers.end();
    await rm(folder, { recursive: true, force: true });
  }
}
