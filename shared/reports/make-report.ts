import type { Review } from '../domain/review/review';
import { listMissing } from './claim-review/list-missing';
import type { MissingField } from './claim-review/missing-field';
import { mustSearchReport } from './confidential/has-confidential-facts';
import type { AnyClaim } from './model/claim-details';
import { listEvidence } from './model/numbered-sources';
import { type BuiltReport, buildJob, type ReportJob, renderFormat } from './report-job';
import { type ReportLeaks, searchReport } from './search-texts';
import { countShownClaims } from './wording/describe-report';

export interface ReportContent {
  /** The file's content; for a PDF, the HTML that is printed. */
  content: string;
  /** How many claims of the check the report shows. */
  claimCount: number;
  /** How many confidential sources these claims rest on, whether the report says so or not. */
  confidentialCount: number;
  /** Sentences about fields that have to be filled in before it can be written, and where. */
  missing: MissingField[];
}

/** A rendered report with what was found in it. */
export interface RenderedReport extends ReportContent, ReportLeaks {}

function countConfidentialSources(review: Review, claims: readonly AnyClaim[]): number {
  const ids = claims.flatMap(({ claim }) => listEvidence(review, claim.id).map(({ sourceId }) => sourceId));
  return [...new Set(ids)].filter((id) => review.sources.get(id)?.confidential === true).length;
}

/** Renders a report that was built. */
export function renderBuilt(built: BuiltReport, job: ReportJob): ReportContent {
  const { review, claims, report, claimReview } = built;
  // What a renderer would add now was not searched.
  report.texts.close();
  const { standings } = job.choices.options;
  return {
    content: renderFormat(built, job),
    claimCount: countShownClaims(report),
    confidentialCount: countConfidentialSources(
      review,
      [...claims.placed, ...claims.unplaced].filter(({ status }) => standings.includes(status)),
    ),
    missing: claimReview ? listMissing(report, claimReview) : [],
  };
}

/**
 * Makes a report and searches it for everything confidential, in these steps:
 *
 *     model/                    builds the report: everything it says, in any format (report-job.ts)
 *     origin/                   tells apart the article, our own words, and all other texts, which are listed
 *     confidential/             searches these for confidential terms (search-texts.ts)
 *     html/, markdown/, json/   render it, with sentences from wording/ and entries from citations/
 *
 * printable.ts makes any text fit for a file, source-kind-traits.ts says how each kind of source is treated. Pure. Throws
 * when the review holds no article.
 */
export function makeReport(job: ReportJob): RenderedReport {
  const built = buildJob(job);
  // Rendered first: after that no text can be added to those that are searched.
  const rendered = renderBuilt(built, job);
  const found = mustSearchReport(job) ? searchReport(job, built) : { leaks: [], confidentialTerms: [] };
  return { ...rendered, ...found };
}
