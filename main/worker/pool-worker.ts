import { parentPort } from 'node:worker_threads';
import type { countCoverage } from '#shared/coverage/count-coverage.ts';
import type { findLeaksInPackage } from '#shared/reports/confidential/package-texts.ts';
import type { carryReview } from './drafts/carry-review.ts';
import type { compareDrafts } from './drafts/diff-hunks.ts';
import type { locateQuote } from './locate-quote.ts';
import type { makeEncodedReport, renderReport } from './report-work.ts';
import type { verifyLines } from './verify-lines.ts';

/** Pure functions that take too long for main's own thread. */
export interface PoolWork {
  makeReport: typeof makeEncodedReport;
  renderReport: typeof renderReport;
  findQuote: typeof locateQuote;
  findPackageLeaks: typeof findLeaksInPackage;
  carryReview: typeof carryReview;
  compareDrafts: typeof compareDrafts;
  countCoverage: typeof countCoverage;
  verifyLines: typeof verifyLines;
}

/** A call of one of them, as it is sent to a worker. */
type CalledJob = {
  [N in keyof PoolWork]: { work: N; args: Parameters<PoolWork[N]> };
}[keyof PoolWork];

/** A message to a worker: a job, which it answers, or a notice to prepare for a report in this language, which it does not answer. */
type PoolJob = CalledJob | { work: 'prepareReport'; language: string | null };

/** A message of a worker: the answer to a job, or the error with which it failed. */
export type PoolMessage<R> = { result: R } | { error: unknown };

/** The port to main in a process of its own; undefined in a thread, which has `parentPort`. */
const processPort: Electron.ParentPort | undefined = process.parentPort;

function send(message: PoolMessage<Awaited<ReturnType<typeof runJob>>>): void {
  (processPort ?? parentPort)?.postMessage(message);
}

/** A process does one kind of work, mostly, and loads what that needs. */
async function runJob(job: CalledJob) {
  switch (job.work) {
    case 'makeReport':
      return (await import('./report-work.ts')).makeEncodedReport(...job.args);
    case 'renderReport':
      return (await import('./report-work.ts')).renderReport(...job.args);
    case 'findQuote':
      return (await import('./locate-quote.ts')).locateQuote(...job.args);
    case 'findPackageLeaks':
      return (await import('#shared/reports/confidential/package-texts.ts')).findLeaksInPackage(...job.args);
    case 'carryReview':
      return (await import('./drafts/carry-review.ts')).carryReview(...job.args);
    case 'compareDrafts':
      return (await import('./drafts/diff-hunks.ts')).compareDrafts(...job.args);
    case 'countCoverage':
      return (await import('#shared/coverage/count-coverage.ts')).countCoverage(...job.args);
    case 'verifyLines':
      return (await import('./verify-lines.ts')).verifyLines(...job.args);
  }
}

/** Runs a job and answers. Each message is one job and gets one answer, in order. */
async function answer(job: PoolJob): Promise<void> {
  if (job.work === 'prepareReport') {
    const { prepareReport } = await import('./report-work.ts');
    // The report that needs it fails by itself.
    await prepareReport(job.language).catch(() => undefined);
    return;
  }
  try {
    send({ result: await runJob(job) });
  } catch (error) {
    send({ error });
  }
}

processPort?.on('message', ({ data }) => void answer(data));
parentPort?.on('message', (job: PoolJob) => void answer(job));
