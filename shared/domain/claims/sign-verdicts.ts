import { makeUpdateEdit } from '../history/make-edits';
import { createStep, type Step } from '../history/step';
import type { Review } from '../review/review';

/**
 * Puts a name on those verdicts of these claims that carry none, and leaves the verdicts, their times and what they were set on as they
 * are. Null when there are none.
 */
export function signVerdicts(review: Review, claimIds: Iterable<string>, name: string): Step | null {
  const edits = Array.from(claimIds, (id) => {
    const claim = review.claims.get(id);
    return claim?.judged && claim.judged.by === null
      ? makeUpdateEdit('claims', claim, { judged: { ...claim.judged, by: name } })
      : null;
  });
  return createStep('claim.verdict', edits);
}
