import type { ReportFormat } from '../../../../../shared/domain/report-options';
import { describeLeaks } from '../../../../../shared/reports/confidential/describe-leaks';
import { countTerms } from '../../../../../shared/reports/confidential/search/count-terms';
import type { ConfidentialTerm } from '../../../../../shared/reports/confidential/terms/confidential-term';
import { extractText } from '../extract/extract-text';

/**
 * Finds confidential terms in the content of a report, without allowing any that may stay. Returns a sentence for each term and
 * part; empty when nothing was found.
 */
export function findLeaksInReport(
  format: ReportFormat,
  content: string,
  terms: readonly ConfidentialTerm[],
): string[] {
  if (terms.length === 0) return [];
  const counts = countTerms(terms, extractText(format, content));
  return describeLeaks(Array.from(counts, ([term, byPart]) => [term, byPart.keys()] as const));
}
