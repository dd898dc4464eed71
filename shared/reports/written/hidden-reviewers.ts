import { countTerms, sumOccurrences } from '../confidential/search/count-terms';
import type { ConfidentialTerm } from '../confidential/terms/confidential-term';
import type { ReportPart } from '../extract/report-part';
import type { Report } from '../model/report-model';
import type { ReportJob } from '../report-job';

/**
 * Lists the names of the reviewers whom a report for the public does not name, as terms for the search of the written file. No part of
 * it may have them, unless the article or what is said of claims and sources does. Empty for all other reports.
 */
export function listHiddenReviewers(
  { review, choices, context }: ReportJob,
  report: Report,
  parts: readonly ReportPart[],
): ConfidentialTerm[] {
  if (choices.options.reader !== 'public' || choices.options.reviewers) return [];
  const names = new Set(review.claims.flatMap(({ judged }) => judged?.by ?? []));
  if (context.by !== null) names.add(context.by);
  const terms = Array.from(names, (text): ConfidentialTerm => {
    return { text, description: 'the name of a reviewer', level: 'certain' };
  });
  const said = {
    name: 'what is said',
    text: JSON.stringify({ ...report, checkedBy: [], reviewer: null, texts: null }),
  };
  const head = { name: 'the head', text: `${report.title}\n${report.byline ?? ''}` };
  const inReport = countTerms(terms, [said]);
  const inFile = countTerms(terms, [...parts, said]);
  const inHead = countTerms(terms, [head]);
  return terms.map((term) => {
    const inText = inReport.has(term) ? sumOccurrences(inFile, term) : 0;
    return { ...term, allowance: { inText, onEachPage: 0, inProperties: inHead.has(term) } };
  });
}
