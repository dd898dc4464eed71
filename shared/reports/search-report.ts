import type { ReportFormat } from '../domain/report-options';
import type { ClaimStatus } from '../domain/verdict';
import { createPublicTextCheck } from './confidential/already-public';
import { listDatedPlaces } from './confidential/find-dated-places';
import { type FoundLeaks, prepareLeakSearch } from './confidential/leak-search';
import { listSourceTexts } from './confidential/list-source-texts';
import { createClaimLocator } from './confidential/locate-claims';
import { redactClaims, redactReview } from './confidential/redact-review';
import type { RedactedText } from './confidential/redacted-text';
import type { ConfidentialTerm } from './confidential/terms/confidential-term';
import { collectConfidentialTerms } from './confidential/terms/confidential-terms';
import { listTypedStrings } from './confidential/terms/typed-strings';
import { extractText } from './extract/extract-text';
import { leaveOutAuthorNotes } from './model/author-notes';
import { buildReport } from './model/build-report';
import { listUnprinted } from './origin/unprinted-fields';
import { createRedactedText } from './redacted-report';
import {
  type BuiltReport,
  getModelOptions,
  getModelReview,
  type ReportJob,
  renderFormat,
} from './report-job';
import { planCorrections } from './word/changes/plan-corrections';
import { listHiddenReviewers } from './written/hidden-reviewers';

/** The text of the same report without anything confidential. The report may contain anything that it contains. */
function redactReport(
  job: ReportJob,
  { review, claims, report, claimReview }: BuiltReport,
  terms: readonly ConfidentialTerm[],
): RedactedText {
  const { draft, choices, context } = job;
  const isPublic = createPublicTextCheck(terms, leaveOutAuthorNotes(review, draft), claims);
  const redacted = redactReview(review, isPublic);
  const redactedClaims = redactClaims(claims, redacted, isPublic);
  return createRedactedText(
    report,
    (hasArticle) =>
      buildReport(
        getModelReview(redacted, choices),
        draft,
        getModelOptions(choices),
        context,
        redactedClaims,
        hasArticle,
        listUnprinted(choices, job.wordBase !== undefined),
      ),
    (one) => {
      const corrections =
        choices.format === 'docx' ? planCorrections(one, draft, job.wordBase?.draft ?? null) : null;
      return extractText(choices.format, renderFormat({ report: one, corrections, claimReview }, job));
    },
  );
}

/** Formats whose content becomes another kind of file, which is searched as well. */
const writtenForms: Partial<Record<ReportFormat, 'print' | 'package'>> = {
  pdf: 'print',
  docx: 'package',
  xlsx: 'package',
};

/** Searches the content of a rendered report. */
export type ReportSearch = (content: string) => FoundLeaks;

/** Prepares the search of a report for the confidential terms of its review. The content is not needed for that. */
export function prepareReportSearch(job: ReportJob, built: BuiltReport): ReportSearch {
  const { review, claims, report } = built;
  const { draft, choices } = job;
  const isShown = ({ status }: { status: ClaimStatus }) => choices.options.standings.includes(status);
  const shown = { placed: claims.placed.filter(isShown), unplaced: claims.unplaced.filter(isShown) };
  const article = leaveOutAuthorNotes(review, draft);
  const head = [report.title, report.byline ?? ''];
  const settings = built.claimReview?.settings;
  const ratings = Object.values(settings?.ratings ?? {}).map(({ name }) => name);
  const typed = listTypedStrings(report, settings && { ...settings, ratings });
  const links = draft.marks.flatMap(({ href }) => href ?? []);
  const search = prepareLeakSearch({
    terms: collectConfidentialTerms(review, draft),
    articleTexts: [article.text],
    ownTexts: { head, body: [article.text, ...links].join('\n') },
    // A title or a byline that the draft prints is a part of the article.
    typedStrings: typed.filter(({ text }) => !head.includes(text) || !article.text.includes(text)),
    datedPlaces: listDatedPlaces(review),
    listSourceTexts: () => listSourceTexts(review),
    redact: (terms) => redactReport(job, built, terms),
    getClaimId: createClaimLocator(report, shown),
    isWrittenAs: writtenForms[choices.format] ?? null,
  });
  return (content) => {
    const parts = extractText(choices.format, content);
    const found = search(parts);
    const reviewers =
      writtenForms[choices.format] === 'package' ? listHiddenReviewers(job, report, parts) : [];
    return { ...found, confidentialTerms: [...found.confidentialTerms, ...reviewers] };
  };
}
