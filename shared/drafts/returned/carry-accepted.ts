import type { Draft } from '../../domain/draft/draft';
import { findPlacement } from '../../domain/review/placed-claims';
import type { Review } from '../../domain/review/review';
import type { Span } from '../../text/span';
import { classifyChanges } from '../../text-changes/classify-changes';
import type { CarriedClaim } from '../carried-review';

/**
 * Puts claims on the words of their corrections that the author accepted, as "Apply corrections" does: those that were judged are to be
 * checked again, even when only the style of the words changed. `spans` are those of the accepted words in the new draft, by claim.
 */
export function carryAccepted(
  review: Review,
  before: Draft,
  { text }: { text: string },
  spans: ReadonlyMap<string, Span>,
  carried: readonly CarriedClaim[],
): CarriedClaim[] {
  return carried.map((claim): CarriedClaim => {
    const span = spans.get(claim.claimId);
    const old = findPlacement(review, claim.claimId, before.id)?.span;
    if (!span || !old) return claim;
    // Sentence starts are not considered: any change of letter case counts.
    const changes = classifyChanges(before.text.slice(old.start, old.end), text.slice(span.start, span.end), {
      before: false,
      after: false,
    });
    const isJudged = review.claims.get(claim.claimId)?.judged != null;
    return {
      ...claim,
      ...{ span, changes, candidates: [], recheck: isJudged },
      status: changes.length === 0 ? 'unchanged' : 'reworded',
      // A claim that was never judged keeps its state: whoever wrote a correction for it has looked at it.
      resolved: isJudged ? false : !claim.wasWaiting,
    };
  });
}
