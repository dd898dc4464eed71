import type { ReportFormat } from '#shared/domain/settings/report-options.ts';
import { loadTagger } from '#shared/spotting/tagging/load-tagger.ts';
import { type EncodedReport, encodeContent, type ReportFile } from './output/encoded-report.ts';
import { makeReport, renderBuilt } from './reports/make-report.ts';
import { prepareReportCoverage } from './reports/model/report-coverage.ts';
import { buildJob, type ReportJob } from './reports/report-job.ts';
import type { ClaimLog } from './reports/tables/claim-log.ts';

/** Loads what a report in this language needs, before its job is known. Rejects where the tagger can't be loaded. */
export async function prepareReport(language: string | null): Promise<void> {
  await loadTagger(language);
}

/** Makes and searches a report, with the files of a claim log where they are wanted. */
export async function makeEncodedReport(
  job: ReportJob,
  { makesFiles }: { makesFiles: boolean },
): Promise<EncodedReport> {
  await prepareCoverage(job);
  const { content, claimLog, ...report } = makeReport(job);
  const files = makesFiles && claimLog ? await makeFiles(claimLog, job.choices.format) : null;
  return { ...report, content: encodeContent(content), files };
}

/** Renders a report that nobody saves, without searching it. */
export async function renderReport(job: ReportJob): Promise<Pick<EncodedReport, 'content' | 'claimCount'>> {
  await prepareCoverage(job);
  const { content, claimCount } = renderBuilt(buildJob(job), job);
  return { content: encodeContent(content), claimCount };
}

/** The public learns nothing of coverage. */
async function prepareCoverage({ review, draft, choices, context }: ReportJob): Promise<void> {
  if (choices.options.reader !== 'public' && context.isSpotting) await prepareReportCoverage(review, draft);
}

async function makeFiles(log: ClaimLog, format: ReportFormat): Promise<ReportFile[]> {
  const { makeClaimLogFiles } = await import('./output/claim-log-files.ts');
  return makeClaimLogFiles(log, format);
}
