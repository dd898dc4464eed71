import { getReadPercent } from '#shared/coverage/describe-coverage.ts';
import {
  describeCoverage,
  describePlace,
  formatCount,
  formatNumber,
} from '#shared/reports/base/own-values.ts';
import {
  addQuotationMarks,
  hasOwnQuotationMarks,
  leaveText,
  own,
  type ReportText,
  type TextFormatter,
  text,
} from '#shared/reports/base/report-text.ts';
import type { Passage, ReportCoverage, ReportQueries } from '../model/report-model.ts';

/** Where words of the article stand: `page 3`, `12:30`, or the number of their paragraph. */
export function describePassagePlace({ place, paragraph }: Pick<Passage, 'place' | 'paragraph'>): ReportText {
  return describePlace(place) ?? text`paragraph ${paragraph}`;
}

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

/** The heading above the sentences that were not looked at. */
export const notLookedAtHeading = own('Not looked at');

/** The smaller heading above the spotted words that are open in sentences in which a claim stands. */
export const openWordsHeading = own('Open in sentences that were partly looked at');

/** Says how much was read: `70% of 34 sentences read: 18 looked at, 2 partly, 4 set aside, 10 not looked at.` */
export function describeReportCoverage({ counts }: ReportCoverage): ReportText {
  const sentences = formatCount(counts.total, 'sentence');
  return text`${getReadPercent(counts)}% of ${sentences} read: ${describeCoverage(counts)}.`;
}

/** The same for the summary: `70% of 34 sentences read, 2 partly, 10 not looked at`. */
export function summarizeCoverage({ counts }: ReportCoverage): ReportText {
  const sentences = formatCount(counts.total, 'sentence');
  const partly = counts.partly === 0 ? own('') : text`, ${formatNumber(counts.partly)} partly`;
  return text`${getReadPercent(counts)}% of ${sentences} read${partly}, ${formatNumber(counts.notLookedAt)} not looked at`;
}
