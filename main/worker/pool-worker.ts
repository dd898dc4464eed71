import { parentPort } from 'node:worker_threads';
import type { countCoverage } from '../../shared/coverage/count-coverage';
import type { findLeaksInPackage } from '../../shared/reports/confidential/package-texts';
import type { carryReview } from './drafts/carry-review';
import type { compareDrafts } from './drafts/diff-hunks';
import type { locateQuote } from './locate-quote';
import type { makeEncodedReport, renderReport } from './report-work';
import type { verifyLines } from './verify-lines';

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
      return (await import('./report-work')).makeEncodedReport(...job.args);
    case 'renderReport':
      return (await import('./report-work')).renderReport(...job.args);
    case 'findQuote':
      return (await import('./locate-quote')).locateQuote(...job.args);
    case 'findPackageLeaks':
      return (await import('../../shared/reports/confidential/package-texts')).findLeaksInPackage(
        ...job.args,
      );
    case 'carryReview':
      return (await import('./drafts/carry-review')).carryReview(...job.args);
    case 'compareDrafts':
      return (await import('./drafts/diff-hunks')).compareDrafts(...job.args);
    case 'countCoverage':
      return (await import('../../shared/coverage/count-coverage')).countCoverage(...job.args);
    case 'verifyLines':
      return (await import('./verify-lines')).verifyLines(...job.args);
  }
}

/** Runs a job and answers. Each message is one job and gets one answer, in order. */
async function answer(job: PoolJob): Promise<void> {
  if (job.work === 'prepareReport') {
    const { prepareReport } = await import('./report-work');
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
