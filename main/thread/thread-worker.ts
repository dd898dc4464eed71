import { parentPort } from 'node:worker_threads';
import { carryReview } from '../../shared/drafts/carry-review';
import { compareDrafts } from '../../shared/drafts/compare/diff-hunks';
import { locateQuote } from '../../shared/quotes/locate-quote';
import { findLeaksInPages } from '../../shared/reports/confidential/find-leaks-in-pages';
import { makeReport } from '../../shared/reports/make-report';
import { verifyLines } from '../core/verify-lines';

/** Pure functions that take too long for main's own thread. */
export interface ThreadWork {
  makeReport: typeof makeReport;
  findQuote: typeof locateQuote;
  findLeaks: typeof findLeaksInPages;
  carryReview: typeof carryReview;
  compareDrafts: typeof compareDrafts;
  verifyLines: typeof verifyLines;
}

/** A call of one of them, as it is sent to a thread. */
export type ThreadJob = {
  [N in keyof ThreadWork]: { work: N; args: Parameters<ThreadWork[N]> };
}[keyof ThreadWork];

function runJob(job: ThreadJob) {
  switch (job.work) {
    case 'makeReport':
      return makeReport(...job.args);
    case 'findQuote':
      return locateQuote(...job.args);
    case 'findLeaks':
      return findLeaksInPages(...job.args);
    case 'carryReview':
      return carryReview(...job.args);
    case 'compareDrafts':
      return compareDrafts(...job.args);
    case 'verifyLines':
      return verifyLines(...job.args);
  }
}

// Each message is one job and gets one answer, in order.
parentPort?.on('message', (job: ThreadJob) => parentPort?.postMessage(runJob(job)));
