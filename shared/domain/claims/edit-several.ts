import type { Claim } from '../claim';
import type { Stance } from '../evidence';
import { makeCreateEdit } from '../history/make-edits';
import { createStep, type EditContext, type Step } from '../history/step';
import type { Review } from '../review/review';
import { findEvidence, toStoredEvidence } from '../sources/evidence-edits';
import type { Verdict } from '../verdict';
import { deleteClaim, type EditableClaimFields, editClaim } from './claim-edits';
import { type JudgedDraft, setVerdict } from './set-verdict';

/** Joins the edits of steps of the same action; null when there are none. */
function joinSteps(action: Step['action'], steps: readonly (Step | null)[]): Step | null {
  return createStep(
    action,
    steps.flatMap((step) => step?.edits ?? []),
  );
}

/**
 * Sets the verdict on each of the claims, as `setVerdict` does on one. Claims without a span in the draft can't be judged and stay as
 * they are. Null when nothing would change.
 */
export function setVerdictOfSeveral(
  review: Review,
  draft: JudgedDraft,
  claims: readonly Claim[],
  verdict: Verdict,
  context: EditContext,
): Step | null {
  return joinSteps(
    'claim.verdict',
    claims.map((claim) => setVerdict(review, draft, claim, verdict, context)),
  );
}

/** Gives the claims the same values of some fields, such as a kind; null when nothing differs. */
export function editSeveral(claims: readonly Claim[], after: Partial<EditableClaimFields>): Step | null {
  return joinSteps(
    'claim.edit',
    claims.map((claim) => editClaim(claim, after)),
  );
}

/** Deletes the claims with their placements and evidence; null without claims. */
export function deleteSeveral(review: Review, claims: readonly Claim[]): Step | null {
  return joinSteps(
    'claim.delete',
    claims.map((claim) => deleteClaim(review, claim)),
  );
}

/**
 * Adds evidence from a source of the review to the claims that have none from it; null when all of them have. Without a stance,
 * that of each follows the verdict of its claim.
 */
export function attachToSeveral(
  review: Review,
  claims: readonly Claim[],
  sourceId: string,
  stance: Stance | null,
  context: EditContext,
): Step | null {
  return createStep(
    'evidence.attach',
    claims
      .filter(({ id }) => !findEvidence(review, id, sourceId))
      .map(({ id }) =>
        makeCreateEdit('evidence', {
          id: context.newId(),
          sourceId,
          ...toStoredEvidence(review, id, { stance, locator: null, quote: null, note: null }),
        }),
      ),
  );
}
