import {
  type CoverageCounts,
  type SentenceState,
  sentenceStateLabels,
  sentenceStates,
} from '../domain/review/progress.ts';
import { formatNumber } from '../text/format/numbers.ts';
import { shorten } from '../text/format/wording.ts';

/** Most of the open words that are named, in UTF-16 code units. */
const maxNamedLength = 80;

/** How much of a draft was read, in whole percent. It is 100 exactly when no sentence was not looked at. */
export function getReadPercent({ notLookedAt, total }: CoverageCounts): number {
  return total === 0 ? 100 : Math.floor((100 * (total - notLookedAt)) / total);
}

/** The sentences by their state: "12 looked at, 1 partly, 3 set aside, 5 not looked at". */
export function describeCounts(counts: CoverageCounts): string {
  return sentenceStates
    .map((state) => `${formatNumber(counts[state])} ${sentenceStateLabels[state]}`)
    .join(', ');
}

/** Says of a draft in which no sentence is left that was not looked at whether something is open in one all the same. */
export function describeNoneUnread({ partly }: Pick<CoverageCounts, 'partly'>): string {
  if (partly === 0) return 'Every sentence is looked at or set aside.';
  const isOne = partly === 1;
  return `No sentence is left that was not looked at; ${formatNumber(partly)} ${isOne ? 'is' : 'are'} open in part.`;
}

/** Names spotted words that are open: "open: spring of 2025". */
export function describeOpenWords(words: readonly string[]): string {
  return `open: ${shorten(words.join(', '), maxNamedLength)}`;
}

/**
 * A sentence for screen readers: "Not looked at. Spotted: a share of a whole, a date." or "Partly, open: spring of 2025.
 * Spotted: a date." `spots` are the outstanding ones in it, with their words.
 */
export function describeState(
  state: SentenceState,
  spots: readonly { reason: string; words: string }[],
): string {
  const open = state === 'partly' ? `, ${describeOpenWords(spots.map(({ words }) => words))}` : '';
  const label = `${upperFirst(sentenceStateLabels[state])}${open}.`;
  if (spots.length === 0) return label;
  const reasons = [...new Set(spots.map(({ reason }) => lowerFirst(reason)))];
  return `${label} Spotted: ${reasons.join(', ')}.`;
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
