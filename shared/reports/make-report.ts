import type { Draft } from '../domain/draft';
import { type Review, type ReviewData, reviewFromData } from '../domain/review';
import { leakSentences, notByChance, searchFor } from './confidential';
import { renderHtml } from './html';
import type { ReportFonts } from './html-fonts';
import { renderJson } from './json';
import { renderMarkdown } from './markdown';
import type { ReportChoices } from './options';
import { readBack } from './read-back';
import { buildReport, type ReportFacts, type StandingClaim, standingClaims } from './report';
import type { Report } from './report-model';
import { type Secret, secretsOf, withoutConfidence } from './secrets';

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

/**
 * Which of the secrets stand in a report on the same check with everything confidential left out. Such a one, a name that
 * the article prints for instance, can't be told from what stands there rightly.
 */
function standingRightly(
  job: ReportJob,
  review: Review,
  claims: readonly StandingClaim[],
  secrets: readonly Secret[],
): Set<Secret> {
  if (secrets.length === 0) return new Set();
  const { format, options } = job.choices;
  const clean = withoutConfidence(review);
  const same = claims.flatMap((placed) => {
    const claim = clean.claims.get(placed.claim.id);
    return claim ? [{ ...placed, claim }] : [];
  });
  const report = buildReport(clean, job.draft, options, job.facts, same);
  const found = searchFor(secrets, readBack(format, render(report, job)));
  return new Set(found.map(({ secret }) => secret));
}

/** Searches what was made for the secrets of the review. */
function search(
  job: ReportJob,
  review: Review,
  claims: readonly StandingClaim[],
  content: string,
): Pick<MadeReport, 'leaks' | 'secrets'> {
  const secrets = secretsOf(review);
  if (secrets.length === 0) return { leaks: [], secrets: [] };
  const { format } = job.choices;
  const places = readBack(format, content);
  const found = searchFor(secrets, places);
  const rightly = standingRightly(
    job,
    review,
    claims,
    found.map(({ secret }) => secret),
  );
  const left = secrets.filter((secret) => !rightly.has(secret));
  return {
    leaks: leakSentences(found.filter(({ secret }) => !rightly.has(secret))),
    secrets: format === 'pdf' ? notByChance(places, left) : left,
  };
}

/** Makes a report, and searches what was made for everything confidential. Pure; throws on a review without an article. */
export function makeReport(job: ReportJob): MadeReport {
  const review = reviewFromData(job.review);
  const claims = standingClaims(review, job.draft);
  const report = buildReport(review, job.draft, job.choices.options, job.facts, claims);
  const content = render(report, job);
  return {
    content,
    claims: report.claims.length,
    confidential: report.sources.filter(({ confidential }) => confidential).length,
    ...search(job, review, claims, content),
  };
}
