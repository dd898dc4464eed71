import { describeCounts, getReadPercent } from '../../coverage/describe-coverage';
import { formatCount } from '../../text/format/format-count';
import { formatNumber } from '../../text/format/format-number';
import type { ReportCoverage } from '../model/report-model';

/** The heading above the sentences that were not looked at. */
export const notLookedAtHeading = 'Not looked at';

/** The smaller heading above the spotted words that are open in sentences in which a claim stands. */
export const openWordsHeading = 'Open in sentences that were partly looked at';

/** Says how much was read: `70% of 34 sentences read: 18 looked at, 2 partly, 4 set aside, 10 not looked at.` */
export function describeReportCoverage({ counts }: ReportCoverage): string {
  const sentences = formatCount(counts.total, 'sentence');
  return `${getReadPercent(counts)}% of ${sentences} read: ${describeCounts(counts)}.`;
}

/** The same for the summary: `70% of 34 sentences read, 2 partly, 10 not looked at`. */
export function summarizeCoverage({ counts }: ReportCoverage): string {
  const sentences = formatCount(counts.total, 'sentence');
  const partly = counts.partly === 0 ? '' : `, ${formatNumber(counts.partly)} partly`;
  return `${getReadPercent(counts)}% of ${sentences} read${partly}, ${formatNumber(counts.notLookedAt)} not looked at`;
}
