import { describeCounts, getReadPercent } from '../../coverage/describe-coverage';
import { formatCount } from '../../text/format/format-count';
import { formatNumber } from '../../text/format/format-number';
import type { ReportCoverage } from '../model/report-model';

/** The heading above the sentences that are neither covered by a claim nor dismissed. */
export const unreadHeading = 'Nobody has looked at';

/** Says how much was read: `71% of 34 sentences read: 20 covered, 4 dismissed, 10 unread.` */
export function describeReportCoverage({ counts }: ReportCoverage): string {
  const sentences = formatCount(counts.total, 'sentence');
  return `${getReadPercent(counts)}% of ${sentences} read: ${describeCounts(counts)}.`;
}

/** The same for the summary: `71% of 34 sentences read, 10 unread`. */
export function summarizeCoverage({ counts }: ReportCoverage): string {
  const sentences = formatCount(counts.total, 'sentence');
  return `${getReadPercent(counts)}% of ${sentences} read, ${formatNumber(counts.unread)} unread`;
}
