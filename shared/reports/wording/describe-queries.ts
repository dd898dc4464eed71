import type { Passage, ReportQueries } from '../model/report-model';
import { formatCount, formatNumber } from '../origin/own-values';
import { leaveText, own, type ReportText, type TextFormatter, text } from '../origin/report-text';
import { describePassagePlace } from './describe-passage';
import { addQuotationMarks, hasOwnQuotationMarks } from './quotation-marks';

/** The heading above the queries that nobody answered. */
export const queriesHeading = own('Open queries');

/** Counts the open queries for the summary: `2 open queries`. */
export function summarizeQueries({ counts: { open } }: Pick<ReportQueries, 'counts'>): ReportText {
  return open === 0 ? own('No open queries') : formatCount(open, 'open query', 'open queries');
}

/** Counts all queries: `2 open queries, 1 set aside.` */
export function describeQueryCounts({ counts }: Pick<ReportQueries, 'counts'>): ReportText {
  const setAside = counts.dismissed === 0 ? own('') : text`, ${formatNumber(counts.dismissed)} set aside`;
  return text`${summarizeQueries({ counts })}${setAside}.`;
}

/** One place of a query: `“412 passengers” (paragraph 3)`. */
export function describeQueryPlace(passage: Passage, formatText: TextFormatter = leaveText): ReportText {
  const words = formatText(passage.words);
  const quoted = hasOwnQuotationMarks(passage.words) ? words : addQuotationMarks(words);
  return text`${quoted} (${describePassagePlace(passage)})`;
}
