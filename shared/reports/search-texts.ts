import { listDatedPlaces } from './confidential/find-dated-places';
import { findLeaksInTexts } from './confidential/find-leaks-in-texts';
import type { Leak } from './confidential/leak';
import { listSourceTexts } from './confidential/list-source-texts';
import { collectConfidentialTerms } from './confidential/terms/confidential-terms';
import { leaveOutAuthorNotes } from './model/author-notes';
import type { SearchedTexts } from './origin/searched-texts';
import type { BuiltReport, ReportJob } from './report-job';

/** What is searched of a report that was built. */
type SearchedReport = Pick<BuiltReport, 'review'> & { report: { texts: Pick<SearchedTexts, 'entries'> } };

/** Searches a report that was built for the confidential terms of its review, before it is rendered, for every format alike. */
export function searchReport(
  { draft }: Pick<ReportJob, 'draft'>,
  { review, report }: SearchedReport,
): Leak[] {
  return findLeaksInTexts({
    entries: report.texts.entries,
    terms: collectConfidentialTerms(review, draft),
    articleText: leaveOutAuthorNotes(review, draft).text,
    datedPlaces: listDatedPlaces(review),
    listSourceTexts: () => listSourceTexts(review),
  });
}
