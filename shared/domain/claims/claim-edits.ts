import equal from 'fast-deep-equal';
import type { DraftText } from '../../alignment/tokens/draft-text';
import { type Span, sameSpan } from '../../text/span';
import type { Claim, Judged } from '../claim';
import { createEdit, deleteEdit, updateEdit } from '../history/edits';
import type { Facts, Step } from '../history/step';
import type { Placement } from '../placement';
import { placementOf } from '../review/outline';
import { type Review, referringTo } from '../review/review';
import type { Verdict } from '../verdict';
import { isCorrectedSinceJudged } from './correction-state';
import { fallenSources, wordsJudged } from './recheck';

/** The draft on whose words a verdict is set. */
type JudgedDraft = DraftText & { id: string; number: number };

/** What a reviewer writes on a claim. */
export type Written = Pick<Claim, 'note' | 'correction' | 'claimant' | 'kind'>;

function judge(
  draft: JudgedDraft,
  span: Span,
  verdict: Verdict,
  facts: Facts,
  fallen: readonly string[] = [],
): Judged | null {
  if (verdict === 'unchecked') return null;
  const { by, at } = facts;
  const judged = { verdict, ...wordsJudged(draft, span), draftId: draft.id, by, at };
  return fallen.length === 0 ? judged : { ...judged, despite: [...fallen] };
}

/** Marks the words as a claim, with a verdict if one was given at once. The span must be clean (see `cleanSelection`). */
export function markClaim(
  draft: JudgedDraft,
  span: Span,
  verdict: Verdict,
  facts: Facts,
  written: Written = { note: null, correction: null, claimant: null, kind: null },
): { step: Step; claimId: string } {
  const claim: Claim = {
    id: facts.newId(),
    verdict,
    judged: judge(draft, span, verdict, facts),
    ...written,
    createdBy: facts.by,
    createdAt: facts.at,
  };
  const placement: Placement = {
    id: facts.newId(),
    claimId: claim.id,
    draftId: draft.id,
    span,
    status: 'marked',
    candidates: [],
    changes: [],
    resolved: true,
  };
  const edits = [createEdit('claims', claim), createEdit('placements', placement)];
  return { step: { action: 'claim.mark', edits }, claimId: claim.id };
}

/**
 * Sets the verdict on the words as they stand now; a claim that waited to be looked at in a new draft has been then. Setting
 * the same one again is a confirmation when the words were others, or were corrected, or a source has fallen since, and null
 * when nothing would change.
 */
export function setVerdict(
  review: Review,
  draft: JudgedDraft,
  claim: Claim,
  verdict: Verdict,
  facts: Facts,
): Step | null {
  const placement = placementOf(review, claim.id, draft.id);
  const span = placement?.span;
  if (!placement || !span) return null;
  const judged = judge(draft, span, verdict, facts, fallenSources(review, claim.id));
  const { judged: before } = claim;
  const same =
    claim.verdict === verdict &&
    !isCorrectedSinceJudged(review, claim, draft.number) &&
    before?.words === judged?.words &&
    before?.sentence === judged?.sentence &&
    equal(before?.despite, judged?.despite);
  const edits = [
    same ? null : updateEdit('claims', claim, { verdict, judged }),
    updateEdit('placements', placement, { resolved: true }),
  ].filter((edit) => edit !== null);
  return edits.length === 0 ? null : { action: 'claim.verdict', edits };
}

/** Changes what a reviewer wrote on the claim. */
export function editClaim(claim: Claim, after: Partial<Written>): Step | null {
  const edit = updateEdit('claims', claim, after);
  return edit && { action: 'claim.edit', edits: [edit] };
}

/**
 * Moves the claim to other words of the draft, or says where it stands when it came in without a place. The span must be
 * clean (see `cleanSelection`).
 */
export function resizeClaim(placement: Placement, span: Span): Step | null {
  if (placement.span && sameSpan(placement.span, span)) return null;
  const edit = updateEdit('placements', placement, { span, resolved: true });
  return edit && { action: placement.span ? 'claim.resize' : 'claim.attach', edits: [edit] };
}

/** Deletes the claim with its placements and evidence; its sources stay for the other claims. */
export function deleteClaim(review: Review, claim: Claim): Step {
  const key = `claims/${claim.id}` as const;
  return {
    action: 'claim.delete',
    edits: [
      ...referringTo(review, key, 'evidence').map((evidence) => deleteEdit('evidence', evidence)),
      ...referringTo(review, key, 'placements').map((placement) => deleteEdit('placements', placement)),
      deleteEdit('claims', claim),
    ],
  };
}
