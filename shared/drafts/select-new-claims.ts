import type { Review } from '../domain/review/review';
import type { ProposedClaim } from '../import/proposal';
import type { CarriedClaim } from './carried-review';
import { createClaimFinder } from './find-annotated-claims';
import { createAnnotationFilter } from './select-new-annotations';

/** The claims of a proposal, and the evidence it proposes, as far as they are new to a review. */
export interface NewClaims {
  /** The claims that are new to it. */
  claims: ProposedClaim[];
  /** Evidence that changed annotations propose on claims of the review. */
  further: { claimId: string; proposedEvidence: ProposedClaim['proposedEvidence'] }[];
}

/** Selects what is new to a review in the claims of its next draft. `importedAnnotations` are those that came with earlier drafts. */
export function selectNewClaims(
  review: Review,
  proposed: readonly ProposedClaim[],
  carried: readonly CarriedClaim[],
  importedAnnotations: readonly string[],
): NewClaims {
  const selectNew = createAnnotationFilter(review, carried, importedAnnotations);
  const findClaim = createClaimFinder(review, carried, proposed);
  const added: NewClaims = { claims: [], further: [] };
  for (const claim of proposed.flatMap((one) => selectNew(one) ?? [])) {
    const claimId = findClaim(claim);
    if (claimId === null) added.claims.push(claim);
    else added.further.push({ claimId, proposedEvidence: claim.proposedEvidence });
  }
  return added;
}
