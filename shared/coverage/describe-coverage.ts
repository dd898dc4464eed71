import { formatNumber } from '../text/format/format-number';
import type { CoverageCounts, SentenceState } from './assess-coverage';

export const sentenceStateLabels: Record<SentenceState, string> = {
  covered: 'Covered',
  dismissed: 'Dismissed',
  unread: 'Unread',
};

/** How much of a draft was read, in whole percent. It is 100 only when nothing is unread. */
export function getReadPercent({ unread, total }: CoverageCounts): number {
  return total === 0 ? 100 : Math.floor((100 * (total - unread)) / total);
}

/** The sentences by their state: "12 covered, 3 dismissed, 5 unread". */
export function describeCounts({ covered, dismissed, unread }: CoverageCounts): string {
  return [
    `${formatNumber(covered)} covered`,
    `${formatNumber(dismissed)} dismissed`,
    `${formatNumber(unread)} unread`,
  ].join(', ');
}

/** A sentence for screen readers: "Unread. Spotted: a share of a whole, a date." */
export function describeState(state: SentenceState, spots: readonly { reason: string }[]): string {
  const label = `${sentenceStateLabels[state]}.`;
  if (spots.length === 0) return label;
  const reasons = [...new Set(spots.map(({ reason }) => lowerFirst(reason)))];
  return `${label} Spotted: ${reasons.join(', ')}.`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
