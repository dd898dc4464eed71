import { formatCount } from '../../text/format/format-count';
import { formatNumber } from '../../text/format/format-number';
import { type InlineTextFormatter, leaveAsWritten } from '../../text/format/isolate';
import type { Passage, ReportQueries } from '../model/report-model';
import { describePassagePlace } from './describe-passage';
import { addQuotationMarks, hasOwnQuotationMarks } from './quotation-marks';

/** The heading above the queries that nobody answered. */
export const queriesHeading = 'Open queries';

/** Counts the open queries for the summary: `2 open queries`. */
export function summarizeQueries({ counts: { open } }: Pick<ReportQueries, 'counts'>): string {
  return open === 0 ? 'No open queries' : formatCount(open, 'open query', 'open queries');
}

/** Counts all queries: `2 open queries, 1 set aside.` */
export function describeQueryCounts({ counts }: Pick<ReportQueries, 'counts'>): string {
  const setAside = counts.dismissed === 0 ? '' : `, ${formatNumber(counts.dismissed)} set aside`;
  return `${summarizeQueries({ counts })}${setAside}.`;
}

/** One place of a query: `“412 passengers” (paragraph 3)`. */
export function describeQueryPlace(
  passage: Passage,
  formatText: InlineTextFormatter = leaveAsWritten,
): string {
  const words = formatText(passage.words);
  const quoted = hasOwnQuotationMarks(passage.words) ? words : addQuotationMarks(words);
  return `${quoted} (${describePassagePlace(passage)})`;
}
