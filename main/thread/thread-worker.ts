import { parentPort } from 'node:worker_threads';
import { carryReview } from '../../shared/drafts/carry-review';
import { compareDrafts } from '../../shared/drafts/compare/diff-hunks';
import { quotePlaceIn } from '../../shared/quotes/find-quote';
import { leaksInPages } from '../../shared/reports/confidential/find-leaks';
import { makeReport } from '../../shared/reports/make-report';

/** What a thread can do: all of it pure, and too heavy for main. */
export interface HeavyWork {
  makeReport: typeof makeReport;
  findQuote: typeof quotePlaceIn;
  findLeaks: typeof leaksInPages;
  carryReview: typeof carryReview;
  compareDrafts: typeof compareDrafts;
}

/** One piece of it, as it is sent to a thread. */
export type HeavyJob = {
  [N in keyof HeavyWork]: { work: N; given: Parameters<HeavyWork[N]> };
}[keyof HeavyWork];

function resultOf(job: HeavyJob) {
  switch (job.work) {
    case 'makeReport':
      return makeReport(...job.given);
    case 'findQuote':
      return quotePlaceIn(...job.given);
    case 'findLeaks':
      return leaksInPages(...job.given);
    case 'carryReview':
      return carryReview(...job.given);
    case 'compareDrafts':
      return compareDrafts(...job.given);
  }
}

// One job after the other: each message is one, and has one answer.
parentPort?.on('message', (job: HeavyJob) => parentPort?.postMessage(resultOf(job)));
