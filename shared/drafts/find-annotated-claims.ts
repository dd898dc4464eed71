import type { Review } from '../domain/review/review';
import { listProposedEvidence } from '../domain/sources/proposed-evidence-edits';
import { getAnnotationKey } from '../import/annotations/annotation';
import type { ProposedClaim } from '../import/proposal';
import type { CarriedClaim } from './carried-review';

/**
 * Creates the function that finds the claim to which a changed annotation of the author belongs: the one on exactly the same words that an
 * annotation of the same commenter, or another note, made in an earlier draft. That annotation must not come again: several annotations on
 * the same words are several claims. Each claim is found once; null for none. `incoming` are all claims of the new draft's proposal.
 */
export function createClaimFinder(
  review: Review,
  carried: readonly CarriedClaim[],
  incoming: readonly ProposedClaim[],
): (claim: ProposedClaim) => string | null {
  const comingKeys = new Set(
    incoming.flatMap(({ proposedEvidence: [first] }) =>
      first ? [getAnnotationKey(first.annotation.text)] : [],
    ),
  );
  const open = carried.flatMap(({ claimId, span }) => {
    const known = listProposedEvidence(review, claimId);
    const comesAgain = known.some(({ annotation }) => comingKeys.has(getAnnotationKey(annotation.text)));
    const [first] = known;
    return span && first && !comesAgain ? [{ claimId, span, by: first.annotation.by }] : [];
  });
  return ({ span, note, proposedEvidence: [first] }) => {
    // An editor wrote in this thread as well: that is the note of a claim of its own.
    if (!first || note !== null) return null;
    const index = open.findIndex(
      ({ span: own, by }) => own.start === span.start && own.end === span.end && by === first.annotation.by,
    );
    const [found] = index === -1 ? [] : open.splice(index, 1);
    return found?.claimId ?? null;
  };
}
