import type { FoundLeaks } from '../../shared/reports/confidential/leak-search';
import { renderBuilt, searchBuilt } from '../../shared/reports/make-report';
import { prepareReportCoverage } from '../../shared/reports/model/report-coverage';
import { buildJob, type ReportJob } from '../../shared/reports/report-job';
import type { ReportSearch } from '../../shared/reports/search-report';
import { loadTagger } from '../../shared/spotting/tagging/load-tagger';
import { decodeContent, type EncodedReport, encodeContent } from '../core/report/encoded-report';
import type { ClaimLogFormat } from '../core/report/files/claim-log-format';
import type { ReportFile } from '../core/report/files/report-file';

export type RenderedReport = Omit<EncodedReport, keyof FoundLeaks | 'files'>;

// The jobs of one report: each may leave something here for the next.
let reportSearch: ReportSearch | null = null;
let renderedContent: string | null = null;
const contentPieces: Uint8Array[] = [];

/** Loads what a report in this language needs, before its job is known. Rejects where the tagger can't be loaded. */
export async function prepareReport(language: string | null): Promise<void> {
  await loadTagger(language);
}

export async function renderReport(job: ReportJob, keepsContent: boolean): Promise<RenderedReport> {
  await prepareCoverage(job);
  const { content, ...rendered } = renderBuilt(buildJob(job), job);
  renderedContent = keepsContent ? content : null;
  return { ...rendered, content: encodeContent(content) };
}

export async function prepareSearch(job: ReportJob): Promise<void> {
  await prepareCoverage(job);
  reportSearch = searchBuilt(job, buildJob(job));
}

/** The public learns nothing of coverage. */
async function prepareCoverage({ review, draft, choices, context }: ReportJob): Promise<void> {
  if (choices.options.reader !== 'public' && context.isSpotting) await prepareReportCoverage(review, draft);
}

export function addContent(piece: Uint8Array): void {
  contentPieces.push(piece);
}

export async function makeRenderedFiles(format: ClaimLogFormat): Promise<ReportFile[]> {
  if (renderedContent === null) throw new Error('the claim log was not rendered');
  const content = renderedContent;
  renderedContent = null;
  const { makeClaimLogFiles } = await import('../core/report/files/claim-log-files');
  return makeClaimLogFiles(content, format);
}

export function searchReport(): FoundLeaks {
  if (!reportSearch) throw new Error('the search of the report was not prepared');
  const found = reportSearch(decodeContent(Buffer.concat(contentPieces.splice(0))));
  reportSearch = null;
  return found;
}
