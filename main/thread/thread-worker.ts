import { parentPort } from 'node:worker_threads';
import type { countCoverage } from '../../shared/coverage/count-coverage';
import type { carryReview } from '../../shared/drafts/carry-review';
import type { compareDrafts } from '../../shared/drafts/compare/diff-hunks';
import type { locateQuote } from '../../shared/quotes/locate-quote';
import type { findLeaksInPages } from '../../shared/reports/confidential/find-leaks-in-pages';
import type { FoundLeaks } from '../../shared/reports/confidential/leak-search';
import type { ReportJob } from '../../shared/reports/report-job';
import type { findLeaksInPackage } from '../../shared/reports/written/find-leaks-in-package';
import type { searchPackage } from '../../shared/reports/written/search-package';
import type { ClaimLogFormat } from '../core/report/files/claim-log-format';
import type { ReportFile } from '../core/report/files/report-file';
import type { verifyLines } from '../core/verify-lines';
import type { RenderedReport } from './report-work';

/** Pure functions that take too long for main's own thread. */
export interface ThreadWork {
  /** Renders a report. Its content may be kept for the next `makeClaimLogFiles`. */
  renderReport: (job: ReportJob, keepsContent: boolean) => Promise<RenderedReport>;
  /** Prepares the search of a report for the next `searchReport`. */
  prepareReportSearch: (job: ReportJob) => Promise<void>;
  /** Adds a piece of the content for the next `searchReport`. */
  addContent: (piece: Uint8Array) => void;
  searchReport: () => FoundLeaks;
  makeClaimLogFiles: (format: ClaimLogFormat) => Promise<ReportFile[]>;
  findQuote: typeof locateQuote;
  findLeaks: typeof findLeaksInPages;
  findPackageLeaks: typeof findLeaksInPackage;
  searchPackage: typeof searchPackage;
  carryReview: typeof carryReview;
  compareDrafts: typeof compareDrafts;
  countCoverage: typeof countCoverage;
  verifyLines: typeof verifyLines;
}

/** A call of one of them, as it is sent to a thread. */
type CalledJob = {
  [N in keyof ThreadWork]: { work: N; args: Parameters<ThreadWork[N]> };
}[keyof ThreadWork];

/** What is sent to a thread: a job that it answers, or that a report in this language will be made there, which it does not. */
export type ThreadJob = CalledJob | { work: 'prepareReport'; language: string | null };

/** A message of a thread: the answer to a job, or the error with which it failed. */
export type ThreadMessage<R> = { result: R } | { error: unknown };

/** The port to main in a process of its own; undefined in a thread, which has `parentPort`. */
const processPort: Electron.ParentPort | undefined = process.parentPort;

function send(message: ThreadMessage<Awaited<ReturnType<typeof runJob>>>): void {
  (processPort ?? parentPort)?.postMessage(message);
}

/** A process does one kind of work, mostly, and loads what that needs. */
async function runJob(job: CalledJob) {
  switch (job.work) {
    case 'renderReport':
      return (await import('./report-work')).renderReport(...job.args);
    case 'prepareReportSearch':
      return (await import('./report-work')).prepareSearch(...job.args);
    case 'addContent':
      return (await import('./report-work')).addContent(...job.args);
    case 'searchReport':
      return (await import('./report-work')).searchReport();
    case 'makeClaimLogFiles':
      return (await import('./report-work')).makeRenderedFiles(...job.args);
    case 'findQuote':
      return (await import('../../shared/quotes/locate-quote')).locateQuote(...job.args);
    case 'findLeaks':
      return (await import('../../shared/reports/confidential/find-leaks-in-pages')).findLeaksInPages(
        ...job.args,
      );
    case 'findPackageLeaks':
      return (await import('../../shared/reports/written/find-leaks-in-package')).findLeaksInPackage(
        ...job.args,
      );
    case 'searchPackage':
      return (await import('../../shared/reports/written/search-package')).searchPackage(...job.args);
    case 'carryReview':
      return (await import('../../shared/drafts/carry-review')).carryReview(...job.args);
    case 'compareDrafts':
      return (await import('../../shared/drafts/compare/diff-hunks')).compareDrafts(...job.args);
    case 'countCoverage':
      return (await import('../../shared/coverage/count-coverage')).countCoverage(...job.args);
    case 'verifyLines':
      return (await import('../core/verify-lines')).verifyLines(...job.args);
  }
}

/** Runs a job and answers. Each message is one job and gets one answer, in order. */
async function answer(job: ThreadJob): Promise<void> {
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
parentPort?.on('message', (job: ThreadJob) => void answer(job));
