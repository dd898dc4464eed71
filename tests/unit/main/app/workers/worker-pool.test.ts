import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startThread } from '#main/app/base/job-runner.ts';
import { WorkerPool } from '#main/app/workers/worker-pool.ts';
import { formatHistoryLine } from '#main/storage/history/history-format.ts';
import { makeClaimLogFiles } from '#main/worker/output/claim-log-files.ts';
import { decodeContent } from '#main/worker/output/encoded-report.ts';
import { makeReport } from '#main/worker/reports/make-report.ts';
import type { ReportJob } from '#main/worker/reports/report-job.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { reportFormats } from '#shared/domain/settings/report-options.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import { choose } from '#tests/unit/effort.ts';
import { bundle } from '#tests/unit/main/support/bundle.ts';
import {
  confidentialFields,
  createReportJob,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

const source = join(import.meta.dirname, '../../../../../main/worker/pool-worker.ts');

let program: string;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-'));
  program = await bundle(source, folder);
  return () => rm(folder, { recursive: true });
});

/** Workers that end with the test. */
function startPool(): WorkerPool {
  const workers = new WorkerPool(() => startThread(program));
  onTestFinished(() => workers.end());
  return workers;
}

function text(...pages: string[]): DocumentText {
  return { state: 'read', paged: true, beside: [], pages };
}

/** A document that takes a while to search. */
const long = text(
  ...Array.from({ length: 2_000 }, (_, page) => `Ledger ${page}. `.repeat(400)),
  'Mill closed.',
);

test('heavy work runs in workers while main goes on; no job waits for another, and each can be cancelled', async () => {
  const workers = startPool();
  const { signal } = new AbortController();

  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const slow = workers.findQuote(long, 'Mill closed', signal);
  const task = new AbortController();
  const cancelled = workers.findQuote(long, 'Mill closed', task.signal);
  const quick = workers.findQuote(text('The mill closed in 1975.'), 'mill closed', signal);
  // This ends a worker, which would end the other jobs, too, if they were in the same one.
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
  expect(await workers.findPackageLeaks([comment], secrets, signal)).toEqual([
    'The name of a source appears in a comment.',
  ]);

  await expect(workers.findQuote(long, 'Mill closed', task.signal)).rejects.toThrow('cancelled');
  expect(await workers.findQuote(text('No.'), 'mill', signal)).toEqual({ state: 'notFound' });
});

test('the files of a claim log are the same from a worker, and are made only where they are wanted', async () => {
  const workers = startPool();
  const { signal } = new AbortController();
  const opened = openWithConfidential();
  for (const format of ['xlsx', 'csv'] as const) {
    const job = createReportJob(opened, format);
    const { files } = await workers.makeReport(job, { makesFiles: true }, signal);
    const { claimLog } = makeReport(job);
    expect(files).toEqual(claimLog && (await makeClaimLogFiles(claimLog, format)));
    expect((await workers.makeReport(job, { makesFiles: false }, signal)).files).toBeNull();
  }
  const html = await workers.makeReport(createReportJob(opened, 'html'), { makesFiles: true }, signal);
  expect(html.files).toBeNull();
});

const preview = { makesFiles: false };

/** Makes a report as a worker sends it, without the claim log. */
function makeAlone(job: ReportJob) {
  const { claimLog: _, ...report } = makeReport(job);
  return report;
}

test('a report with confidential sources is made and searched in a worker as in main', async () => {
  const workers = startPool();
  const { signal } = new AbortController();
  const opened = openWithConfidential();
  const [claim] = opened.review.claims.values();
  if (claim)
    putEntity(opened.review, 'claims', { ...claim, note: `Asked ${confidentialFields.title} twice` });
  for (const format of reportFormats) {
    const job = createReportJob(opened, format);
    const { content, files, ...report } = await workers.makeReport(job, preview, signal);
    expect({ ...report, content: decodeContent(content) }).toEqual(makeAlone(job));
    expect(files).toBeNull();
    // ClaimReviews have no notes.
    if (format !== 'claimReview') expect(report.leaks).not.toEqual([]);
  }

  const task = new AbortController();
  const cancelled = workers.makeReport(createReportJob(opened, 'html'), preview, task.signal);
  task.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  const again = await workers.makeReport(createReportJob(opened, 'json'), preview, signal);
  expect(again.leaks).not.toEqual([]);
});

test('a long report is searched to its end', async () => {
  const workers = startPool();
  const opened = openWithConfidential();
  const [claim] = opened.review.claims.values();
  const note = `${'Asked again – and again. '.repeat(choose(6_000, 50_000))} ${confidentialFields.title}`;
  if (claim) putEntity(opened.review, 'claims', { ...claim, note });
  const job = createReportJob(opened, 'markdown');
  const { content, files, ...report } = await workers.makeReport(job, preview, new AbortController().signal);
  expect(content.length).toBeGreaterThan(choose(2 ** 17, 2 ** 20));
  expect(report.leaks).not.toEqual([]);
  expect({ ...report, content: decodeContent(content) }).toEqual(makeAlone(job));
});

test('cancelling a job that has just ended does not cancel a later job', async () => {
  const workers = startPool();
  const page = text('The mill closed in 1975.');
  const { signal } = new AbortController();
  // From now on the idle worker is kept.
  await workers.findQuote(page, 'mill closed', signal);

  const task = new AbortController();
  const done = workers.findQuote(page, 'mill closed', task.signal);
  // The worker has answered, but main cancels before it reads the answer.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  task.abort(new Error('cancelled'));
  await done.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await workers.findQuote(page, 'mill closed', signal)).toMatchObject({ state: 'found' });
});

test('a worker verifies and parses lines of a history as main would', async () => {
  const workers = startPool();
  const { signal } = new AbortController();
  const change = openSample().change;
  const { line, sha256 } = formatHistoryLine(7, 'a'.repeat(64), change);
  const lines = new Uint8Array(Buffer.from(`${line}\n`));
  const verified = await workers.verifyLines(lines, { seq: 6, sha256: 'a'.repeat(64) }, signal);
  expect(verified).toEqual({
    changes: [change],
    sums: [sha256],
    end: { seq: 7, sha256, bytes: lines.length },
    problem: null,
  });
  const other = await workers.verifyLines(lines, { seq: 6, sha256: 'b'.repeat(64) }, signal);
  expect(other).toMatchObject({ changes: [], problem: { kind: 'damaged', line: 7 } });
});
