import type { Draft } from '../domain/draft';
import type { ReportChoices } from '../domain/report-options';
import { type Review, type ReviewData, reviewFromData } from '../domain/review/review';
import { articleSays } from './confidential/already-public';
import { type Secret, secretsOf } from './confidential/confidential-terms';
import { searchFor } from './confidential/find-leaks';
import { leaksBeside, secretsInPrint } from './confidential/leak-allowances';
import { claimsWithoutConfidence, withoutConfidence } from './confidential/redact-review';
import { readBack } from './extract/extract-text';
import type { Place } from './extract/report-part';
import type { ReportFonts } from './html/fonts';
import { renderHtml } from './html/render-html';
import { renderJson } from './json/render-json';
import { renderMarkdown } from './markdown/render-markdown';
import { buildReport, type ReportFacts } from './model/build-report';
import { type DraftClaims, draftClaims } from './model/draft-claims';
import type { Report } from './model/report-model';
import { shownCount } from './wording/wording';

/** All that a report is made of. Plain data: it can be sent to a thread. */
export interface ReportJob {
  review: ReviewData;
  draft: Draft;
  choices: ReportChoices;
  facts: ReportFacts;
  fonts: ReportFonts;
}

export interface MadeReport {
  /** The file's content; for a PDF the HTML that is printed. */
  content: string;
  /** How many claims of the check it shows. */
  claims: number;
  /** How many confidential sources the claims in it rest on. */
  confidential: number;
  /** A sentence for each place of the content where something confidential stands; empty as it should be. */
  leaks: string[];
  /** What must not be found in a file that is printed from the content: strings, and what each of them is. */
  secrets: Secret[];
}

function render(report: Report, { choices: { format }, fonts }: ReportJob): string {
  if (format === 'json') return renderJson(report);
  return format === 'markdown'
    ? renderMarkdown(report)
    : renderHtml(report, fonts, format === 'pdf' ? 'paper' : 'screen');
}

/** The places of a report on the same check with everything confidential left out: all that stands there does so rightly. */
function cleanPlaces(
  job: ReportJob,
  review: Review,
  claims: DraftClaims,
  secrets: readonly Secret[],
): Place[] {
  const { format, options } = job.choices;
  const saysNoMore = articleSays(secrets, job.draft, claims);
  const clean = withoutConfidence(review, saysNoMore);
  const same = claimsWithoutConfidence(claims, clean, saysNoMore);
  return readBack(format, render(buildReport(clean, job.draft, options, job.facts, same), job));
}

/** Searches what was made for the secrets of the review. */
function search(
  job: ReportJob,
  review: Review,
  claims: DraftClaims,
  content: string,
): Pick<MadeReport, 'leaks' | 'secrets'> {
  const secrets = secretsOf(review);
  if (secrets.length === 0) return { leaks: [], secrets };
  const { format } = job.choices;
  const places = readBack(format, content);
  const found = searchFor(secrets, places);
  const clean = found.size === 0 ? [] : cleanPlaces(job, review, claims, [...found.keys()]);
  const rightly = searchFor([...found.keys()], clean);
  return {
    leaks: leaksBeside(found, rightly),
    secrets: format === 'pdf' ? secretsInPrint(secrets, places, found, rightly) : secrets,
  };
}

/** Makes a report, and searches what was made for everything confidential. Pure; throws on a review without an article. */
export function makeReport(job: ReportJob): MadeReport {
  const review = reviewFromData(job.review);
  const claims = draftClaims(review, job.draft);
  const report = buildReport(review, job.draft, job.choices.options, job.facts, claims);
  const content = render(report, job);
  return {
    content,
    claims: shownCount(report),
    confidential: report.sources.filter(({ confidential }) => confidential).length,
    ...search(job, review, claims, content),
  };
}
