/**
 * Edits of claims. The rest of the folder:
 *
 * - `retired-claims`: claims whose text is gone from the article
 * - `recheck`: the status of a claim, which is its verdict unless something changed since; uses `corrected-since-judged`
 * - `evidence-gaps`: what the evidence of a claim lacks; `accepted-risks`: unreliable sources that the reviewer accepted
 * - `claim-filter`: the filters and counts of the claim list
 */

import equal from 'fast-deep-equal';
import type { DraftText } from '../../text/draft-text';
import { isSameSpan, type Span } from '../../text/span';
import type { Claim, Judgement } from '../claim';
import { makeCreateEdit, makeDeleteEdit, makeUpdateEdit } from '../history/make-edits';
import { createStep, type EditContext, type Step } from '../history/step';
import type { Placement } from '../placement';
import { findPlacement } from '../review/placed-claims';
import { findReferrers, type Review } from '../review/review';
import type { Verdict } from '../verdict';
import { isCorrectedSinceJudged } from './corrected-since-judged';
import { findUnreliableSourceIds, getClaimWording, getJudgedWording } from './recheck';

/** The draft in which a verdict is set. */
type JudgedDraft = DraftText & { id: string; number: number };

/** The fields of a claim that a reviewer writes. */
export type EditableClaimFields = Pick<Claim, 'note' | 'correction' | 'claimant' | 'kind'>;

function createJudgement(
  draft: JudgedDraft,
  span: Span,
  verdict: Verdict,
  context: EditContext,
  unreliableIds: readonly string[] = [],
): Judgement | null {
  if (verdict === 'unchecked') return null;
  const { by, at } = context;
  const judged = { verdict, ...getClaimWording(draft, span), draftId: draft.id, by, at };
  return unreliableIds.length === 0 ? judged : { ...judged, despite: [...unreliableIds] };
}

/** Creates a claim on a span, with a verdict unless it is `unchecked`. The span must be clean (see `cleanSelection`). */
export function markClaim(
  draft: JudgedDraft,
  span: Span,
  verdict: Verdict,
  context: EditContext,
  fields: EditableClaimFields = { note: null, correction: null, claimant: null, kind: null },
): { step: Step; claimId: string } {
  const claim: Claim = {
    id: context.newId(),
    verdict,
    judged: createJudgement(draft, span, verdict, context),
    ...fields,
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

/**
 * Sets the verdict on the current text of the claim, and resolves its placement if it needed review in a new draft.
 * Setting the same verdict again confirms it if the text or its sentence differs from what was judged, was corrected
 * since, or a source has become unreliable. Null when nothing would change.
 */
export function setVerdict(
  review: Review,
  draft: JudgedDraft,
  claim: Claim,
  verdict: Verdict,
  context: EditContext,
): Step | null {
  const placement = findPlacement(review, claim.id, draft.id);
  const span = placement?.span;
  if (!placement || !span) return null;
  const judged = createJudgement(draft, span, verdict, context, findUnreliableSourceIds(review, claim.id));
  const { judged: before } = claim;
  const isSame =
    claim.verdict === verdict &&
    !isCorrectedSinceJudged(review, claim, draft.number) &&
    before?.words === judged?.words &&
    (before && getJudgedWording(review, claim.id, before))?.recutSentence === judged?.sentence &&
    equal(before?.despite, judged?.despite);
  return createStep('claim.verdict', [
    isSame ? null : makeUpdateEdit('claims', claim, { verdict, judged }),
    makeUpdateEdit('placements', placement, { resolved: true }),
  ]);
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

/** Deletes the claim with its placements and evidence. Its sources stay, as other claims may use them. */
export function deleteClaim(review: Review, claim: Claim): Step {
  const key = `claims/${claim.id}` as const;
  return {
    action: 'claim.delete',
    edits: [
      ...findReferrers(review, key, 'evidence').map((evidence) => makeDeleteEdit('evidence', evidence)),
      ...findReferrers(review, key, 'placements').map((placement) => makeDeleteEdit('placements', placement)),
      makeDeleteEdit('claims', claim),
    ],
  };
}
