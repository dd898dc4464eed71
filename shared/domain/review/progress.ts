import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import { type ClaimStatus, claimStatuses, isOpen } from '../base/verdict.ts';

/** The states of a sentence, in the order in which the app shows them; `assessCoverage` finds them. */
export const sentenceStates = ['lookedAt', 'partly', 'setAside', 'notLookedAt'] as const;

export type SentenceState = (typeof sentenceStates)[number];

/** The states as they stand in a sentence. The whole app and all reports say them in these words. */
export const sentenceStateLabels: Record<SentenceState, string> = {
  lookedAt: 'looked at',
  partly: 'partly',
  setAside: 'set aside',
  notLookedAt: 'not looked at',
};

/** The sentences of a draft by their state, and all of them. */
export type CoverageCounts = Record<SentenceState | 'total', number>;

/** The number of claims with each status. */
export type Progress = Record<ClaimStatus, number>;

/** Counts claims by their status. */
export function countByStatus(statuses: Iterable<ClaimStatus>): Progress {
  const progress = createRecord(claimStatuses, () => 0);
  for (const status of statuses) progress[status] += 1;
  return progress;
}

/** The number of all claims of the article. */
export function countTotal(progress: Progress): number {
  return claimStatuses.reduce((sum, status) => sum + progress[status], 0);
}

/** The number of claims that still have to be checked: those that are unchecked or to be checked again. */
export function countOpen(progress: Progress): number {
  return claimStatuses.filter(isOpen).reduce((sum, status) => sum + progress[status], 0);
}

/**
 * Increased whenever the rules for sentences, spotted words or queries change, so that what was counted by older rules counts as
 * unknown.
 */
export const readingRules = 1;

/** How far reading an article is, as far as that is known. */
export interface ReadingProgress {
  coverage: CoverageCounts;
  /** Null while the queries of the text are not known. */
  openQueries: number | null;
}

/** Whether it is known that a sentence, words in it or a query are open. */
export function hasOpenReading(reading: ReadingProgress | null): boolean {
  return listOpenReading(reading).length > 0;
}

/** Whether it is known that no claim, query or sentence is open, nor anything in a sentence that was partly looked at. */
export function isAllChecked(progress: Progress, reading: ReadingProgress | null): boolean {
  const isRead = reading !== null && reading.openQueries !== null && !hasOpenReading(reading);
  return countTotal(progress) > 0 && countOpen(progress) === 0 && isRead;
}

/**
 * How much there is to do in all: claims, and what is open of the reading. An unknown number counts as one, so that nobody takes
 * the article for done.
 */
export function countWork(progress: Progress, reading: ReadingProgress | null): number {
  const open = reading
    ? reading.coverage.notLookedAt + reading.coverage.partly + (reading.openQueries ?? 1)
    : 1;
  return countTotal(progress) + open;
}

/**
 * How far the check of an article is, beside its bar, which shows the judged claims out of all there is to do: "3 claims, 1
 * open", "2 claims checked, 9 sentences not looked at". "All checked" only when that is known.
 */
export function describeProgress(progress: Progress, reading: ReadingProgress | null): string {
  const [total, open] = [countTotal(progress), countOpen(progress)];
  const claims = formatCount(total, 'claim');
  if (isAllChecked(progress, reading)) return `${claims}, all checked`;
  const checked = open === 0 ? `${claims} checked` : `${claims}, ${formatNumber(open)} open`;
  return [total === 0 ? 'no claims yet' : checked, ...listOpenReading(reading)].join(', ');
}

function listOpenReading(reading: ReadingProgress | null): string[] {
  if (!reading) return [];
  const { coverage, openQueries } = reading;
  const { notLookedAt, partly } = coverage;
  return [
    ...(notLookedAt === 0
      ? []
      : [`${formatCount(notLookedAt, 'sentence')} ${sentenceStateLabels.notLookedAt}`]),
    ...(partly === 0 ? [] : [`${formatCount(partly, 'sentence')} ${sentenceStateLabels.partly}`]),
    ...(openQueries ? [formatCount(openQueries, 'open query', 'open queries')] : []),
  ];
}

/**
 * The bar of a check, the same wherever it is shown: the claims whose verdicts hold, by verdict, out of all there is to do. It is
 * full exactly when all is checked.
 */
export function getCheckMeter(
  progress: Progress,
  reading: ReadingProgress | null,
): { parts: { tone: string; amount: number }[]; total: number } {
  const parts = claimStatuses
    .filter((status) => !isOpen(status))
    .map((status) => ({ tone: status, amount: progress[status] }));
  return { parts, total: countWork(progress, reading) };
}
