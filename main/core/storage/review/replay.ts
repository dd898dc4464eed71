import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import type { Change } from '../../../../shared/domain/history/change';
import { createEmptyReview, type Review } from '../../../../shared/domain/review/review';
import { reviewFromData } from '../../../../shared/domain/review/review-data';
import { emptyHistory, type HistoryEnd } from '../history/read-history';
import type { Snapshot } from './snapshot-file';

interface ReplayResult {
  review: Review;
  /** The number of the last change that the review contains. */
  lastSeq: number;
  /** Whether every change could be applied. */
  isComplete: boolean;
}

interface HistoryLines {
  changes: readonly Change[];
  /** The checksum of the line of each change. */
  sums: readonly string[];
  /** The line before the first of them: that of no change, when the whole history was read. */
  start?: Pick<HistoryEnd, 'seq'>;
}

/** Applies the changes after `lastSeq` to the review, up to the first that does not fit. */
function applyChanges(
  review: Review,
  { changes, start = emptyHistory }: HistoryLines,
  lastSeq: number,
): ReplayResult {
  for (const [index, { edits }] of changes.slice(lastSeq - start.seq).entries())
    if (!applyEdits(review, edits).ok) return { review, lastSeq: lastSeq + index, isComplete: false };
  return { review, lastSeq: Math.max(lastSeq, start.seq + changes.length), isComplete: true };
}

/**
 * Whether a snapshot may stand for the beginning of a history: it has to name the checksum of the last line that it holds,
 * which a snapshot of another computer, or of another article, can't. One that contains more changes than the history can't
 * be checked; the caller has to report it.
 */
export function belongsToHistory(
  { lastSeq, lastSum }: Snapshot,
  { sums, start = emptyHistory }: Pick<HistoryLines, 'sums' | 'start'>,
): boolean {
  return lastSeq > start.seq + sums.length || sums[lastSeq - start.seq - 1] === lastSum;
}

/**
 * Builds the review from the snapshot and the changes after it. The whole history is applied when there is no snapshot that
 * belongs to it, or when the changes do not fit it; when only its end was read, the result is then not complete. A snapshot
 * that contains more changes than the history is returned as it is.
 */
export function replay(snapshot: Snapshot | null, lines: HistoryLines): ReplayResult {
  const { start = emptyHistory } = lines;
  if (snapshot && belongsToHistory(snapshot, lines)) {
    const result = applyChanges(reviewFromData(snapshot.review), lines, snapshot.lastSeq);
    if (result.isComplete || start.seq > 0) return result;
  }
  return applyChanges(createEmptyReview(), lines, 0);
}
