import { describeCounts, getReadPercent } from '../../coverage/describe-coverage';
import { describePlace } from '../../domain/draft/place';
import { formatCount } from '../../text/format/format-count';
import type { ReportCoverage, UnreadSentence } from '../model/report-model';

/** The heading above the sentences that are neither covered by a claim nor dismissed. */
export const unreadHeading = 'Nobody has looked at';

/** Says how much was read: `71% of 34 sentences read: 20 covered, 4 dismissed, 10 unread.` */
export function describeReportCoverage({ counts }: ReportCoverage): string {
  const sentences = formatCount(counts.total, 'sentence');
  return `${getReadPercent(counts)}% of ${sentences} read: ${describeCounts(counts)}.`;
}

/** Where an unread sentence stands: `page 3`, `12:30`, or the number of its paragraph. */
export function describeUnreadPlace({ place, paragraph }: UnreadSentence): string {
  return describePlace(place, 'page') ?? `paragraph ${paragraph}`;
}
