import { getReadPercent } from '../../coverage/describe-coverage';
import type { ReportCoverage } from '../model/report-model';
import { describeCoverage, formatCount, formatNumber } from '../origin/own-values';
import { own, type ReportText, text } from '../origin/report-text';

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
