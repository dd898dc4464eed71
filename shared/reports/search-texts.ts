import type { Draft } from '../domain/draft/draft';
import { listDatedPlaces } from './confidential/find-dated-places';
import { findLeaksInTexts } from './confidential/find-leaks-in-texts';
import type { Leak } from './confidential/leak';
import { listSourceTexts } from './confidential/list-source-texts';
import { countTerms, sumOccurrences } from './confidential/search/count-terms';
import type { ConfidentialTerm } from './confidential/terms/confidential-term';
import { collectConfidentialTerms } from './confidential/terms/confidential-terms';
import { leaveOutAuthorNotes } from './model/author-notes';
import type { Report } from './model/report-model';
import type { BuiltReport, ReportJob } from './report-job';

/** What is searched of a report that was built. */
type SearchedReport = Pick<BuiltReport, 'review'> & {
  report: Pick<Report, 'title' | 'byline'> & { texts: Pick<Report['texts'], 'entries'> };
};

/** What was found in a report. */
export interface ReportLeaks {
  /** Words that reveal something confidential, or may do so. Empty in a report that may be written. */
  leaks: Leak[];
  /**
   * The terms for which the author's Word file is searched before the report is written into it, with what it may have of them. Empty for
   * every file of which Stet writes all.
   */
  confidentialTerms: ConfidentialTerm[];
}

/**
 * Searches a report that was built for the confidential terms of its review, before it is rendered, for every format alike. Files that we
 * make of it need no further search: all that is in them is the article, our own words, or was searched here.
 */
export function searchReport(
  { draft, wordBase }: Pick<ReportJob, 'draft' | 'wordBase'>,
  { review, report }: SearchedReport,
): ReportLeaks {
  const shown = leaveOutAuthorNotes(review, draft);
  const { leaks, secretTerms } = findLeaksInTexts({
    entries: report.texts.entries,
    terms: collectConfidentialTerms(review, draft),
    articleText: shown.text,
    datedPlaces: listDatedPlaces(review),
    listSourceTexts: () => listSourceTexts(review),
  });
  return { leaks, confidentialTerms: wordBase ? allowArticle(secretTerms, shown, report) : [] };
}

/**
 * Picks the terms that the author's file may not have, and says how often it may have them because the shown draft has them. The author's
 * own comments and notes stay in the author's file; whom the author named in them is searched for all the same.
 */
function allowArticle(
  terms: readonly ConfidentialTerm[],
  { text, marks }: Pick<Draft, 'text' | 'marks'>,
  { title, byline }: Pick<Report, 'title' | 'byline'>,
): ConfidentialTerm[] {
  const searched = terms.filter(({ level, isOfAuthor }) => level === 'certain' && isOfAuthor !== true);
  const links = marks.flatMap(({ href }) => href ?? []);
  const inArticle = countTerms(searched, [{ name: 'the article', text: [text, ...links].join('\n') }]);
  const inHead = countTerms(searched, [
    { name: 'the title', text: title },
    { name: 'the byline', text: byline ?? '' },
  ]);
  return searched.map((term) => {
    const allowance = { inText: sumOccurrences(inArticle, term), inProperties: inHead.has(term) };
    return allowance.inText === 0 && !allowance.inProperties ? term : { ...term, allowance };
  });
}
