import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeClaimLogFiles } from '../../../../main/core/report/claim-log-files';
import { decodeContent } from '../../../../main/core/report/encoded-report';
import { formatHistoryLine } from '../../../../main/core/storage/history/history-format';
import { startThread } from '../../../../main/thread/job-runner';
import { ThreadPool } from '../../../../main/thread/thread';
import { reportFormats } from '../../../../shared/domain/report-options';
import { putEntity } from '../../../../shared/domain/review/review';
import type { DocumentText } from '../../../../shared/quotes/document-text';
import { makeReport } from '../../../../shared/reports/make-report';
import type { ReportJob } from '../../../../shared/reports/report-job';
import { choose } from '../../effort';
import {
  confidentialFields,
  createReportJob,
  openWithConfidential,
} from '../../shared/reports/confidential/confidential-review';
import { openSample } from '../../shared/reviews';
import { bundle } from '../support/bundle';

const source = join(import.meta.dirname, '../../../../main/thread/thread-worker.ts');

let program: string;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-'));
  program = await bundle(source, folder);
  return () => rm(folder, { recursive: true });
});

/** Threads that end with the test. */
function startPool(): ThreadPool {
  const threads = new ThreadPool(() => startThread(program));
  onTestFinished(() => threads.end());
  return threads;
}

function text(...pages: string[]): DocumentText {
  return { state: 'read', paged: true, beside: [], pages };
}

/** A document that takes a while to search. */
const long = text(
  ...Array.from({ length: 2_000 }, (_, page) => `Ledger ${page}. `.repeat(400)),
  'Mill closed.',
);

test('heavy work runs in threads while main goes on; no job waits for another, and each can be cancelled', async () => {
  const threads = startPool();
  const { signal } = new AbortController();

  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const slow = threads.findQuote(long, 'Mill closed', signal);
  const task = new AbortController();
  const cancelled = threads.findQuote(long, 'Mill closed', task.signal);
  const quick = threads.findQuote(text('The mill closed in 1975.'), 'mill closed', signal);
  // This ends a thread, which would end the other jobs, too, if they were in the same one.
  task.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  expect(await quick).toEqual({ state: 'found', page: 1, line: null });
  expect(await slow).toEqual({ state: 'found', page: 2_001, line: null });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(10);

  const secrets = [
    { text: 'Wilhelmina Oxbridge', description: 'the name of a source', level: 'certain' as const },
  ];
  const comment = { name: 'a comment', kind: 'text', text: 'So says Wilhelmina Oxbridge.' } as const;
  expect(await threads.findPackageLeaks([comment], secrets, signal)).toEqual([
    'The name of a source appears in a comment.',
  ]);

  await expect(threads.findQuote(long, 'Mill closed', task.signal)).rejects.toThrow('cancelled');
  expect(await threads.findQuote(text('No.'), 'mill', signal)).toEqual({ state: 'notFound' });
});

test('the files of a claim log are the same from a thread, and are made only where they are wanted', async () => {
  const threads = startPool();
  const { signal } = new AbortController();
  const opened = openWithConfidential();
  for (const format of ['xlsx', 'csv'] as const) {
    const job = createReportJob(opened, format);
    const { files } = await threads.makeReport(job, { makesFiles: true }, signal);
    const { claimLog } = makeReport(job);
    expect(files).toEqual(claimLog && (await makeClaimLogFiles(claimLog, format)));
    expect((await threads.makeReport(job, { makesFiles: false }, signal)).files).toBeNull();
  }
  const html = await threads.makeReport(createReportJob(opened, 'html'), { makesFiles: true }, signal);
  expect(html.files).toBeNull();
});

const preview = { makesFiles: false };

/** Makes a report as a thread sends it, without the claim log. */
function makeAlone(job: ReportJob) {
  const { claimLog: _, ...report } = makeReport(job);
  return report;
}

test('a report with confidential sources is made and searched in a thread as in main', async () => {
  const threads = startPool();
  const { signal } = new AbortController();
  const opened = openWithConfidential();
  const [claim] = opened.review.claims.values();
  if (claim)
    putEntity(opened.review, 'claims', { ...claim, note: `Asked ${confidentialFields.title} twice` });
  for (const format of reportFormats) {
    const job = createReportJob(opened, format);
    const { content, files, ...report } = await threads.makeReport(job, preview, signal);
    expect({ ...report, content: decodeContent(content) }).toEqual(makeAlone(job));
    expect(files).toBeNull();
    // ClaimReviews have no notes.
    if (format !== 'claimReview') expect(report.leaks).not.toEqual([]);
  }

  const task = new AbortController();
  const cancelled = threads.makeReport(createReportJob(opened, 'html'), preview, task.signal);
  task.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  const again = await threads.makeReport(createReportJob(opened, 'json'), preview, signal);
  expect(again.leaks).not.toEqual([]);
});

test('a long report is searched to its end', async () => {
  const threads = startPool();
  const opened = openWithConfidential();
  const [claim] = opened.review.claims.values();
  const note = `${'Asked again – and again. '.repeat(choose(6_000, 50_000))} ${confidentialFields.title}`;
  if (claim) putEntity(opened.review, 'claims', { ...claim, note });
  const job = createReportJob(opened, 'markdown');
  const { content, files, ...report } = await threads.makeReport(job, preview, new AbortController().signal);
  expect(content.length).toBeGreaterThan(choose(2 ** 17, 2 ** 20));
  expect(report.leaks).not.toEqual([]);
  expect({ ...report, content: decodeContent(content) }).toEqual(makeAlone(job));
});

test('cancelling a job that has just ended does not cancel a later job', async () => {
  const threads = startPool();
  const page = text('The mill closed in 1975.');
  const { signal } = new AbortController();
  // From now on the idle thread is kept.
  await threads.findQuote(page, 'mill closed', signal);

  const task = new AbortController();
  const done = threads.findQuote(page, 'mill closed', task.signal);
  // The thread has answered, but main cancels before it reads the answer.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  task.abort(new Error('cancelled'));
  await done.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await threads.findQuote(page, 'mill closed', signal)).toMatchObject({ state: 'found' });
});

test('a thread verifies and parses lines of a history as main would', async () => {
  const threads = startPool();
  const { signal } = new AbortController();
  const change = openSample().change;
  const { line, sha256 } = formatHistoryLine(7, 'a'.repeat(64), change);
  const lines = new Uint8Array(Buffer.from(`${line}\n`));
  const verified = await threads.verifyLines(lines, { seq: 6, sha256: 'a'.repeat(64) }, signal);
  expect(verified).toEqual({
    changes: [change],
    sums: [sha256],
    end: { seq: 7, sha256, bytes: lines.length },
    problem: null,
  });
  const other = await threads.verifyLines(lines, { seq: 6, sha256: 'b'.repeat(64) }, signal);
  expect(other).toMatchObject({ changes: [], problem: { kind: 'damaged', line: 7 } });
});
