import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alwaysWritable } from '../../main/core/storage/lock/write-access';
import { readArticle } from '../../main/core/storage/review/read-article';
import { startThread } from '../../main/thread/job-runner';
import { ThreadPool } from '../../main/thread/thread';
import { createPlainPlatform } from '../unit/main/support/plain-platform';
import { createLongArticle, openAndVerify } from './storage/long-article';
import { median } from './support/measure';
import { type Print, reportAtMost } from './support/report-metrics';

const changeCount = 100_000;
const rounds = 7;

/**
 * Measures how an article with a long history opens: until it is shown, until its first edit is on the disk, and until a thread
 * has verified every line, with the threads of the built app. Beside it is reading the whole history before it is shown.
 */
export async function run(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  const program = join(process.cwd(), 'out/main/thread-worker.cjs');
  const threads = new ThreadPool(() => startThread(program));
  try {
    const { articleId, paths } = await createLongArticle(folder, changeCount);
    const wholeTimes: number[] = [];
    const opened: Awaited<ReturnType<typeof openAndVerify>>[] = [];
    const platform = { ...createPlainPlatform(folder), access: alwaysWritable };
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      await readArticle(join(folder, 'articles', articleId), platform);
      wholeTimes.push(performance.now() - start);
      opened.push(await openAndVerify(folder, articleId, threads));
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
    threads.end();
    await rm(folder, { recursive: true, force: true });
  }
}
