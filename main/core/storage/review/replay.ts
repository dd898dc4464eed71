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

/** Applies the changes after `lastSeq` to the review, up to the first that does not fit. */
function applyChanges(review: Review, changes: readonly Change[], lastSeq: number): ReplayResult {
  for (const [index, { edits }] of changes.slice(lastSeq).entries())
    if (!applyEdits(review, edits).ok) return { review, lastSeq: lastSeq + index, isComplete: false };
  return { review, lastSeq: Math.max(lastSeq, changes.length), isComplete: true };
}

/**
 * Builds the review from the snapshot and the changes after it. The whole history is applied when there is no snapshot, or
 * when the changes do not fit it. A snapshot that contains more changes than the history is returned as it is.
 */
export function replay(snapshot: Snapshot | null, changes: readonly Change[]): ReplayResult {
  if (snapshot) {
    const result = applyChanges(reviewFromData(snapshot.review), changes, snapshot.lastSeq);
    if (result.isComplete) return result;
  }
  return applyChanges(createEmptyReview(), changes, 0);
}
