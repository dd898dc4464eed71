import { type Claim, isForReviewer } from '../domain/claim';
import { findChangesSinceJudged, getJudgedWording } from '../domain/claims/changes-since-judged';
import type { Placement } from '../domain/draft/placement';
import type { Review } from '../domain/review/review';
import type { DraftText } from '../text/draft-text';
import { hasMaterialChange } from '../text-changes/classify-changes';
import type { CarriedClaim } from './carried-review';

/**
 * Checks whether a claim's verdict still holds where it is in another draft, and whether somebody has to look at it. A claim
 * that was never judged keeps waiting if it was waiting before (`resolved` of the placement), and so does one with an answer of the author. A
 * claim whose text was corrected since it was judged waits until it is judged again.
 */
export function checkVerdict(
  review: Review,
  claim: Claim,
  placement: Pick<Placement, 'span' | 'changes' | 'resolved'>,
  after: DraftText,
  isCorrected: boolean,
): Pick<CarriedClaim, 'recheck' | 'resolved'> {
  if (!placement.span) return { recheck: claim.judged !== null, resolved: false };
  if (claim.judged) {
    const judged = getJudgedWording(review, claim.id, claim.judged);
    const { words, aroundWords } = findChangesSinceJudged(after, judged, placement.span);
    const recheck = isCorrected || hasMaterialChange([...words, ...aroundWords]);
    const isAnswered = !placement.resolved && claim.answers.some(isForReviewer);
    return { recheck, resolved: !recheck && !isAnswered };
  }
  return { recheck: false, resolved: placement.resolved && !hasMaterialChange(placement.changes) };
}
