import { formatCount } from '../../../../shared/text/format/format-count';
import { formatDateTime } from '../../../../shared/text/format/format-dates';
import { formatNumber } from '../../../../shared/text/format/format-number';
import type { LinkedLine } from './whole-lines';

interface Range {
  firstSeq: number;
  lastSeq: number;
}

/** The facts of a repair. */
interface RepairFacts {
  isMissing: boolean;
  /** Whether the history was that of another article. */
  isForeign: boolean;
  /** The lines that follow each other from the first one on. */
  kept: readonly LinkedLine[];
  /** Whether the last of them come from a backup. */
  endsInBackup: boolean;
  /** The changes behind them of which the snapshot knows what they did; null when they are not needed. */
  fromSnapshot: Range | null;
  /** The last change behind which something is lost, and how many whole changes that are left out; null when nothing is. */
  lost: { lastSeq: number; leftOut: number } | null;
  timeZone: string;
}

/** Says what was damaged, where the repaired parts come from, what is lost, and what to do then. */
export function describeRepair(facts: RepairFacts): string {
  const { isMissing, isForeign, kept, fromSnapshot, lost, timeZone } = facts;
  const beginning = isMissing
    ? 'The history of this article (history.jsonl) was missing and is there again.'
    : isForeign
      ? 'In the place of this article’s history (history.jsonl) was that of another article. It is there again.'
      : 'The history of this article (history.jsonl) was damaged and is repaired.';
  const origins = [
    ...groupByBackup(kept).map((group) => describeBackup(group, timeZone)),
    ...(fromSnapshot ? [describeSnapshot(fromSnapshot)] : []),
  ];
  if (origins.length === 0 && !lost) origins.push('All its changes could be read, and are in their order.');
  return [beginning, ...origins, describeLoss(facts)].join(' ');
}

function describeRange({ firstSeq, lastSeq }: Range): string {
  return firstSeq === lastSeq
    ? `change ${formatNumber(firstSeq)}`
    : `changes ${formatNumber(firstSeq)} to ${formatNumber(lastSeq)}`;
}

function describeBackup({ takenAt, ...range }: Range & { takenAt: string }, timeZone: string): string {
  const time = formatDateTime(takenAt, timeZone);
  return `The backup of ${time} had ${describeRange(range)}, and ${range.firstSeq === range.lastSeq ? 'it was' : 'they were'} taken from there.`;
}

function describeSnapshot(range: Range): string {
  return `What was done in ${describeRange(range)} was taken from the snapshot (review.json); who did it and when is not known any more, and it can’t be undone.`;
}

function describeLoss({ lost, fromSnapshot, endsInBackup }: RepairFacts): string {
  if (!lost)
    return fromSnapshot || endsInBackup ? 'Nothing else that is known of is lost.' : 'Nothing is lost.';
  const { lastSeq, leftOut } = lost;
  const rest =
    leftOut === 0
      ? ''
      : ` ${formatCount(leftOut, 'change')} behind it ${leftOut === 1 ? 'does' : 'do'} not fit without it, and ${leftOut === 1 ? 'is' : 'are'} left out.`;
  return `What stands behind change ${formatNumber(lastSeq)} can’t be read, and no copy of it was found.${rest} Look through what you did last, and do again what is missing.`;
}

/** Ranges of changes that came from one backup. */
function groupByBackup(lines: readonly LinkedLine[]): (Range & { takenAt: string })[] {
  const groups: (Range & { takenAt: string })[] = [];
  for (const { line, takenAt } of lines) {
    if (takenAt === null) continue;
    const last = groups.at(-1);
    if (last && last.takenAt === takenAt && last.lastSeq + 1 === line.seq) last.lastSeq = line.seq;
    else groups.push({ firstSeq: line.seq, lastSeq: line.seq, takenAt });
  }
  return groups;
}
