import type { Change } from '../../../../../shared/domain/history/change';
import { type HistoryEnd, parseHistory } from './read-history';

/** How the history on the disk relates to the one that was written, up to the last whole line of each. */
export type HistoryComparison =
  | { kind: 'same' }
  /** The disk has ours and more lines that continue it: another Stet went on, on another computer or in another copy. */
  | { kind: 'ahead'; changes: Change[]; content: Buffer; end: HistoryEnd }
  /** The disk has the beginning of ours, or nothing: an older copy, a truncated or a removed file. */
  | { kind: 'behind' }
  /** Each has lines that the other has not, or the disk has damaged ones. */
  | { kind: 'diverged'; content: Buffer };

const newline = 0x0a;

/** Compares the bytes of our history, whose last line is `end`, with those on the disk. Pure. */
export function compareHistories(ours: Buffer, onDisk: Buffer, end: HistoryEnd): HistoryComparison {
  const theirs = onDisk.subarray(0, onDisk.lastIndexOf(newline) + 1);
  if (theirs.length <= ours.length) {
    if (!ours.subarray(0, theirs.length).equals(theirs)) return { kind: 'diverged', content: onDisk };
    return { kind: theirs.length === ours.length ? 'same' : 'behind' };
  }
  if (!theirs.subarray(0, ours.length).equals(ours)) return { kind: 'diverged', content: onDisk };
  const rest = parseHistory(theirs, end);
  if (rest.problem) return { kind: 'diverged', content: onDisk };
  return { kind: 'ahead', changes: rest.changes, content: theirs, end: rest.end };
}
