import { parentPort } from 'node:worker_threads';
import { countCoverage } from '../../shared/coverage/count-coverage';
import { carryReview } from '../../shared/drafts/carry-review';
import { compareDrafts } from '../../shared/drafts/compare/diff-hunks';
import { locateQuote } from '../../shared/quotes/locate-quote';
import { findLeaksInPages } from '../../shared/reports/confidential/find-leaks-in-pages';
import type { FoundLeaks } from '../../shared/reports/confidential/leak-search';
import { renderBuilt, searchBuilt } from '../../shared/reports/make-report';
import { prepareReportCoverage } from '../../shared/reports/model/report-coverage';
import { buildJob, type ReportJob } from '../../shared/reports/report-job';
import type { ReportSearch } from '../../shared/reports/search-report';
import { findLeaksInPackage } from '../../shared/reports/written/find-leaks-in-package';
import { searchPackage } from '../../shared/reports/written/search-package';
import { decodeContent, type EncodedReport, encodeContent } from '../core/report/encoded-report';
import { makeClaimLogFiles } from '../core/report/files/claim-log-files';
import type { ClaimLogFormat } from '../core/report/files/claim-log-format';
import type { ReportFile } from '../core/report/files/report-file';
import { verifyLines } from '../core/verify-lines';

type RenderedReport = Omit<EncodedReport, keyof FoundLeaks | 'files'>;

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
export type ThreadJob = {
  [N in keyof ThreadWork]: { work: N; args: Parameters<ThreadWork[N]> };
}[keyof ThreadWork];

/** A message of a thread: the answer to a job, or the error with which it failed. */
export type ThreadMessage<R> = { result: R } | { error: unknown };

/** The port to main in a process of its own; undefined in a thread, which has `parentPort`. */
const processPort: Electron.ParentPort | undefined = process.parentPort;

function send(message: ThreadMessage<Awaited<ReturnType<typeof runJob>>>): void {
  (processPort ?? parentPort)?.postMessage(message);
}

let reportSearch: ReportSearch | null = null;
let renderedContent: string | null = null;
const contentPieces: Uint8Array[] = [];

async function renderReport(job: ReportJob, keepsContent: boolean): ReturnType<ThreadWork['renderReport']> {
  await prepareCoverage(job);
  const { content, ...rendered } = renderBuilt(buildJob(job), job);
  renderedContent = keepsContent ? content : null;
  return { ...rendered, content: encodeContent(content) };
}

async function prepareSearch(job: ReportJob): Promise<void> {
  await prepareCoverage(job);
  reportSearch = searchBuilt(job, buildJob(job));
}

/** The public learns nothing of coverage. */
async function prepareCoverage({ review, draft, choices, context }: ReportJob): Promise<void> {
  if (choices.options.reader !== 'public' && context.isSpotting) await prepareReportCoverage(review, draft);
}

function makeRenderedFiles(format: ClaimLogFormat): Promise<ReportFile[]> {
  if (renderedContent === null) throw new Error('the claim log was not rendered');
  const content = renderedContent;
  renderedContent = null;
  return makeClaimLogFiles(content, format);
}

function searchReport(): FoundLeaks {
  if (!reportSearch) throw new Error('the search of the report was not prepared');
  const found = reportSearch(decodeContent(Buffer.concat(contentPieces.splice(0))));
  reportSearch = null;
  return found;
}

function runJob(job: ThreadJob) {
  switch (job.work) {
    case 'renderReport':
      return renderReport(...job.args);
    case 'prepareReportSearch':
      return prepareSearch(...job.args);
    case 'addContent':
      contentPieces.push(...job.args);
      return;
    case 'searchReport':
      return searchReport();
    case 'makeClaimLogFiles':
      return makeRenderedFiles(...job.args);
    case 'findQuote':
      return locateQuote(...job.args);
    case 'findLeaks':
      return findLeaksInPages(...job.args);
    case 'findPackageLeaks':
      return findLeaksInPackage(...job.args);
    case 'searchPackage':
      return searchPackage(...job.args);
    case 'carryReview':
      return carryReview(...job.args);
    case 'compareDrafts':
      return compareDrafts(...job.args);
    case 'countCoverage':
      return countCoverage(...job.args);
    case 'verifyLines':
      return verifyLines(...job.args);
  }
}

/** Runs a job and answers. Each message is one job and gets one answer, in order. */
async function answer(job: ThreadJob): Promise<void> {
  try {
    send({ result: await runJob(job) });
  } catch (error) {
    send({ error });
  }
}

processPort?.on('message', ({ data }) => void answer(data));
parentPort?.on('message', (job: ThreadJob) => void answer(job));
