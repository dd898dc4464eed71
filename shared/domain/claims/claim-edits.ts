/**
 * Edits of claims. The rest of the folder:
 *
 * - `split-claim`: one claim for each sentence of its words
 * - `set-verdict`: the edit that sets a verdict, and the judgement that it stores
 * - `retired-claims`: claims whose text is gone from the article
 * - `recheck`: the status of a claim, which is its verdict unless something changed since; uses `corrected-since-judged` and
 *   `changes-since-judged`, which compares the words and sentences of `claim-wording`
 * - `evidence-gaps`: what the evidence of a claim lacks; `accepted-risks`: unreliable sources that the reviewer accepted
 * - `list/`: the filters, the counts and the orders of the claim list; `edit-several`: one step for several claims
 */

import { isSameSpan, type Span } from '../../text/span';
import type { Claim } from '../claim';
import type { Placement } from '../draft/placement';
import type { Edit } from '../history/change';
import { makeCreateEdit, makeDeleteEdit, makeUpdateEdit } from '../history/make-edits';
import type { EditContext, Step } from '../history/step';
import { findReferrers, type Review } from '../review/review';
import type { Verdict } from '../verdict';
import { createJudgement, type JudgedDraft } from './set-verdict';

/** At most this many claims are removed without a question, however few there are: undo brings them back at a glance. */
const maxUnasked = 4;

/** How many claims the edits remove. */
export function countRemovedClaims(edits: readonly Edit[]): number {
  return edits.filter((edit) => edit.table === 'claims' && 'delete' in edit).length;
}

/** Whether the edits remove more than half of the review's claims, and five or more, so that the reviewer is asked first. */
export function removesMostClaims(edits: readonly Edit[], review: Review): boolean {
  const removed = countRemovedClaims(edits);
  return removed > maxUnasked && removed * 2 > review.claims.size;
}

/** The fields of a claim that a reviewer writes. */
export type EditableClaimFields = Pick<Claim, 'note' | 'correction' | 'claimant' | 'kind'>;

/** Creates a claim on a span, with a verdict unless it is `unchecked`. The span must be clean (see `cleanSelection`). */
export function markClaim(
  draft: JudgedDraft,
  span: Span,
  verdict: Verdict,
  context: EditContext,
  fields: EditableClaimFields & Pick<Claim, 'noteFromComment'> & Partial<Pick<Claim, 'tagIds'>> = {
    note: null,
    correction: null,
    claimant: null,
    kind: null,
  },
): { step: Step; claimId: string } {
  const claim: Claim = {
    id: context.newId(),
    verdict,
    judged: createJudgement(draft, span, verdict, context),
    tagIds: [],
    ...fields,
    answers: [],
    createdBy: context.by,
    createdAt: context.at,
  };
  const placement: Placement = {
    id: context.newId(),
    claimId: claim.id,
    draftId: draft.id,
    span,
    status: 'marked',
    candidates: [],
    changes: [],
    resolved: true,
  };
  const edits = [makeCreateEdit('claims', claim), makeCreateEdit('placements', placement)];
  return { step: { action: 'claim.mark', edits }, claimId: claim.id };
}

/** Changes fields that the reviewer writes; null when nothing differs. */
export function editClaim(claim: Claim, after: Partial<EditableClaimFields>): Step | null {
  const edit = makeUpdateEdit('claims', claim, after);
  return edit && { action: 'claim.edit', edits: [edit] };
}

/**
 * Moves the claim to another span of the draft, or gives it one if it was carried over without. Null when it has this
 * span. The span must be clean (see `cleanSelection`).
 */
export function resizeClaim(placement: Placement, span: Span): Step | null {
  if (placement.span && isSameSpan(placement.span, span)) return null;
  const edit = makeUpdateEdit('placements', placement, { span, resolved: true });
  return edit && { action: placement.span ? 'claim.resize' : 'claim.attach', edits: [edit] };
}

/** Deletes the claim with its placements and evidence, proposed or not. Its sources stay, as other claims may use them. */
export function deleteClaim(review: Review, claim: Claim): Step {
  const key = `claims/${claim.id}` as const;
  return {
    action: 'claim.delete',
    edits: [
      ...findReferrers(review, key, 'evidence').map((evidence) => makeDeleteEdit('evidence', evidence)),
      ...findReferrers(review, key, 'proposedEvidence').map((proposed) =>
        makeDeleteEdit('proposedEvidence', proposed),
      ),
      ...findReferrers(review, key, 'placements').map((placement) => makeDeleteEdit('placements', placement)),
      makeDeleteEdit('claims', claim),
    ],
  };
}
