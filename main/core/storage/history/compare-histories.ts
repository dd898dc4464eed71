import type { Change } from '../../../../shared/domain/history/change';
import { type CommonLine, readLineHead } from './history-line';
import { type HistoryEnd, parseHistory } from './read-history';
import { type Continuation, separateStrayLines } from './stray-lines';

/** How the history on the disk relates to the one that was written, up to the last whole line of each. */
type HistoryComparison =
  | { kind: 'same' }
  /** The disk has ours and more lines that continue it: another Stet went on, on another computer or in another copy. */
  | { kind: 'ahead'; changes: Change[]; content: Buffer; end: HistoryEnd; common: CommonLine }
  /** The disk has the beginning of ours, or nothing: an older copy, a truncated or a removed file. */
  | { kind: 'behind' }
  /** Each has lines that the other has not, or the disk has damaged ones. */
  | { kind: 'diverged'; content: Buffer; common: CommonLine };

/** How the file on the disk relates to the one that was written, and what stands behind its end. */
export type DiskComparison = HistoryComparison & {
  others: Continuation[];
  /** Whether the file has lines that are not part of the history. */
  hasStrayLines: boolean;
};

const newline = 0x0a;

/**
 * Compares the bytes of our history, whose last line is `end`, with those on the disk, from which lines that a paused process
 * wrote behind its end are separated. Pure.
 */
export function compareWithDisk(ours: Buffer, onDisk: Buffer, end: HistoryEnd): DiskComparison {
  const separated = separateStrayLines(onDisk);
  const comparison = compareHistories(ours, separated?.own ?? onDisk, end);
  return { ...comparison, others: separated?.others ?? [], hasStrayLines: separated !== null };
}

/** Compares the bytes of our history, whose last line is `end`, with those on the disk. Pure. */
function compareHistories(ours: Buffer, onDisk: Buffer, end: HistoryEnd): HistoryComparison {
  const theirs = onDisk.subarray(0, onDisk.lastIndexOf(newline) + 1);
  const shared = Math.min(ours.length, theirs.length);
  if (!ours.subarray(0, shared).equals(theirs.subarray(0, shared)))
    return { kind: 'diverged', content: onDisk, common: findLastCommonLine(ours, theirs) };
  if (theirs.length <= ours.length) return { kind: theirs.length === ours.length ? 'same' : 'behind' };
  const rest = parseHistory(theirs, end);
  const common = { seq: end.seq, sha256: end.sha256 };
  if (rest.problem) return { kind: 'diverged', content: onDisk, common };
  return { kind: 'ahead', changes: rest.changes, content: theirs, end: rest.end, common };
}

/** The last whole line that two histories begin with; null when they have none in common. */
export function findLastCommonLine(ours: Buffer, theirs: Buffer): CommonLine {
  let common = 0;
  while (common < ours.length && common < theirs.length && ours[common] === theirs[common]) common += 1;
  const lineEnd = ours.subarray(0, common).lastIndexOf(newline);
  if (lineEnd === -1) return null;
  const lineStart = ours.subarray(0, lineEnd).lastIndexOf(newline) + 1;
  return readLineHead(ours.subarray(lineStart, lineEnd));
}
