import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import type { Change } from '../../../../shared/domain/history/change';
import { createEmptyReview, type Review } from '../../../../shared/domain/review/review';
import { reviewFromData } from '../../../../shared/domain/review/review-copy';
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
}

/** Applies the changes after `lastSeq` to the review, up to the first that does not fit. */
function applyChanges(review: Review, changes: readonly Change[], lastSeq: number): ReplayResult {
  for (const [index, { edits }] of changes.slice(lastSeq).entries())
    if (!applyEdits(review, edits).ok) return { review, lastSeq: lastSeq + index, isComplete: false };
  return { review, lastSeq: Math.max(lastSeq, changes.length), isComplete: true };
}

/**
 * Whether a snapshot may stand for the beginning of a history: it has to name the checksum of the last line that it holds,
 * which a snapshot of another computer, or of another article, can't. One that contains more changes than the history can't
 * be checked; the caller has to report it.
 */
export function belongsToHistory(
  { lastSeq, lastSum }: Snapshot,
  { sums }: Pick<HistoryLines, 'sums'>,
): boolean {
  return lastSeq > sums.length || sums[lastSeq - 1] === lastSum;
}

/**
 * Builds the review from the snapshot and the changes after it. The whole history is applied when there is no snapshot that
 * belongs to it, or when the changes do not fit it. A snapshot that contains more changes than the history is returned as it
 * is.
 */
export function replay(snapshot: Snapshot | null, { changes, sums }: HistoryLines): ReplayResult {
  if (snapshot && belongsToHistory(snapshot, { sums })) {
    const result = applyChanges(reviewFromData(snapshot.review), changes, snapshot.lastSeq);
    if (result.isComplete) return result;
  }
  return applyChanges(createEmptyReview(), changes, 0);
}
