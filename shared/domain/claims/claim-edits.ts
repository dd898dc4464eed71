import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import type { Claim } from '../base/claim.ts';
import type { Draft } from '../base/draft.ts';
import { type Stance, stancesByVerdict } from '../base/evidence.ts';
import type { Placement } from '../base/placement.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Edit } from '../review/change.ts';
import type { PlacedClaim } from '../review/placed-claims.ts';
import { findReferrers, type Review } from '../review/review.ts';
import {
  createStep,
  type EditContext,
  makeCreateEdit,
  makeDeleteEdit,
  makeUpdateEdit,
  type Step,
} from '../review/step.ts';
import { findEvidence, makeEvidenceEdit } from '../sources/evidence-edits.ts';
import { listUnseenEvidence } from '../sources/proposed-evidence-edits.ts';
import { createJudgement, type JudgedDraft } from './set-verdict.ts';

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

const noClaimFields: EditableClaimFields = { note: null, correction: null, claimant: null, kind: null };

/** Creates a claim on a span, with a verdict unless it is `unchecked`. The span must be clean (see `cleanSelection`). */
export function markClaim(
  draft: JudgedDraft,
  span: Span,
  verdict: Verdict,
  context: EditContext,
  fields: EditableClaimFields &
    Pick<Claim, 'noteFromComment'> &
    Partial<Pick<Claim, 'tagIds'>> = noClaimFields,
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

/** The part of a draft in which a claim can be split. */
type SplitDraft = Pick<Draft, 'id' | 'number' | 'text' | 'blocks' | 'language'>;

/** Lists the parts of a span that lie in each sentence of the draft, in UTF-16 offsets, without outer white space. */
export function listSentencesInSpan({ text, blocks, language }: SplitDraft, span: Span): Span[] {
  return blocks
    .filter(({ start, end }) => start < span.end && span.start < end)
    .flatMap((block) => findSentences(text, block, language))
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter(({ start, end }) => start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/**
 * Splits a claim into one for each of its sentences; null when it has a single one, or a correction of all its words. The
 * first sentence keeps the claim, with its verdict, which has to be checked again because its words are others now. Each
 * further sentence gets an unchecked claim with the same tags and a copy of the note, of the evidence, and of the proposed
 * evidence that nobody has looked at: all of it was about these words, and nobody has said yet about which. A stance that
 * nobody chose follows the new verdict.
 */
export function splitClaim(
  review: Review,
  draft: SplitDraft,
  { claim, placement, span }: PlacedClaim,
  context: EditContext,
): Step | null {
  const [first, ...others] = listSentencesInSpan(draft, span);
  if (!first || others.length === 0 || claim.correction !== null) return null;
  const evidence = findReferrers(review, `claims/${claim.id}`, 'evidence');
  const unseen = listUnseenEvidence(review, claim.id);
  const { note, claimant, kind, tagIds, noteFromComment } = claim;
  return createStep('claim.split', [
    makeUpdateEdit('placements', placement, { span: first }),
    ...others.flatMap((sentence) => {
      const fields = {
        note,
        correction: null,
        claimant,
        kind,
        tagIds,
        ...(noteFromComment && { noteFromComment }),
      };
      const { step, claimId } = markClaim(draft, sentence, 'unchecked', context, fields);
      return [
        ...step.edits,
        ...evidence.map((row) =>
          makeCreateEdit('evidence', {
            ...row,
            id: context.newId(),
            claimId,
            ...(!row.stanceChosen && { stance: stancesByVerdict.unchecked }),
          }),
        ),
        ...unseen.map((row) => makeCreateEdit('proposedEvidence', { ...row, id: context.newId(), claimId })),
      ];
    }),
  ]);
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
      .map(({ id }) => makeEvidenceEdit(review, id, sourceId, { stance }, context)),
  );
}
