import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import type { Change } from '../../../../shared/domain/history/change';
import { emptyReview, type Review, reviewFromData } from '../../../../shared/domain/review/review';
import type { Snapshot } from './snapshot-file';

interface Replayed {
  review: Review;
  /** The number of the last change that the review holds. */
  lastSeq: number;
  /** Whether every change fitted. */
  complete: boolean;
}

/** Applies the changes after `lastSeq` in place, up to the first that does not fit. */
function replayOn(review: Review, changes: readonly Change[], lastSeq: number): Replayed {
  for (let seq = lastSeq; seq < changes.length; seq += 1) {
    const change = changes[seq];
    if (change && !applyEdits(review, change.edits).ok) return { review, lastSeq: seq, complete: false };
  }
  return { review, lastSeq: Math.max(lastSeq, changes.length), complete: true };
}

/**
 * The review as snapshot and history tell it: the snapshot and the changes after it; the whole history where there is no
 * snapshot, or where the changes do not fit it. A snapshot that knows more than the history stands as it is.
 */
export function replay(snapshot: Snapshot | null, changes: readonly Change[]): Replayed {
  if (snapshot) {
    const replayed = replayOn(reviewFromData(snapshot.review), changes, snapshot.lastSeq);
    if (replayed.complete) return replayed;
  }
  return replayOn(emptyReview(), changes, 0);
}
