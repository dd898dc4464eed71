import type { Claim } from '../../domain/claim';
import { findUnreliableSourceIds } from '../../domain/claims/recheck';
import { createJudgement } from '../../domain/claims/set-verdict';
import type { Draft } from '../../domain/draft/draft';
import type { Placement } from '../../domain/draft/placement';
import { type Evidence, stancesByVerdict } from '../../domain/evidence';
import { makeCreateEdit } from '../../domain/history/make-edits';
import { createStep, type EditContext, type Step } from '../../domain/history/step';
import { createEmptyReview, putEntity, type Review } from '../../domain/review/review';
import type { Verdict } from '../../domain/verdict';
import type { OwnSource } from '../../import/web-annotation/imported-annotations';
import type { Span } from '../../text/span';
import { type AdoptedSources, adoptSources } from './adopt-sources';
import { adoptTags } from './adopt-tags';
import type { PlannedClaim } from './plan-annotation-import';

/** Whether the verdict of a planned claim can be taken over: it has one, which counted for the words on which the claim now is. */
export function hasVerdict({ annotation: { own }, isExact }: PlannedClaim): boolean {
  return own !== null && own.judged !== null && !own.isStale && isExact;
}

/** The evidence of a planned claim. A stance that nobody chose follows the verdict that the claim gets here. */
function createEvidence(
  { annotation: { own } }: PlannedClaim,
  claimId: string,
  verdict: Verdict,
  sources: AdoptedSources,
  context: EditContext,
): Evidence[] {
  return (own?.evidence ?? []).flatMap(({ source: number, ...fields }) => {
    const source = sources.byNumber.get(number);
    if (!source) return [];
    const stance = fields.stanceChosen ? fields.stance : stancesByVerdict[verdict];
    return [{ id: context.newId(), claimId, sourceId: source.id, ...fields, stance }];
  });
}

/**
 * Creates the function that lists the unreliable sources that the reviewer knew of when a verdict was set. The claims and their evidence
 * are in no review yet, so it has one of its own.
 */
function createRiskFinder(review: Review, { byNumber }: AdoptedSources) {
  const scratch = createEmptyReview();
  for (const source of [...review.sources.values(), ...byNumber.values()])
    putEntity(scratch, 'sources', source);
  return ({ annotation: { own } }: PlannedClaim, evidence: readonly Evidence[]): string[] => {
    const [first] = evidence;
    if (!own?.acceptsRisks || !first) return [];
    for (const one of evidence) putEntity(scratch, 'evidence', one);
    return findUnreliableSourceIds(scratch, first.claimId);
  };
}

function createPlacement(claimId: string, draftId: string, span: Span, context: EditContext): Placement {
  return {
    ...{ id: context.newId(), claimId, draftId, span, status: 'marked', candidates: [], changes: [] },
    resolved: true,
  };
}

/**
 * Creates one step that adds the planned claims with their sources, evidence and tags; null when there are none. The words and the sentence of
 * a verdict are those of this draft, its author and time those of the file. With `takesVerdicts` off, all claims are unchecked.
 */
export function createAnnotationStep(
  review: Review,
  draft: Draft,
  planned: readonly PlannedClaim[],
  { sources, takesVerdicts }: { sources: readonly OwnSource[]; takesVerdicts: boolean },
  context: EditContext,
): Step | null {
  const used = new Set(
    planned.flatMap(({ annotation: { own } }) => own?.evidence.map(({ source }) => source) ?? []),
  );
  const adopted = adoptSources(review, sources, used, context);
  const tags = adoptTags(
    review,
    planned.flatMap(({ annotation: { own } }) => own?.tags ?? []),
    context,
  );
  const findRisks = createRiskFinder(review, adopted);
  const edits = planned.flatMap((plan) => {
    const { by, note, own } = plan.annotation;
    const id = own?.claimId ?? context.newId();
    const verdict = takesVerdicts && own && hasVerdict(plan) ? own.verdict : 'unchecked';
    const evidence = createEvidence(plan, id, verdict, adopted, context);
    const risks = verdict === 'unchecked' ? [] : findRisks(plan, evidence);
    const judgedBy = { ...context, ...own?.judged };
    const claim: Claim = {
      ...{ id, verdict, judged: createJudgement(draft, plan.span, verdict, judgedBy, risks), note },
      ...{ correction: own?.correction ?? null, claimant: own?.claimant ?? null, kind: own?.kind ?? null },
      ...(own === null && note !== null && { noteFromComment: true as const }),
      ...{
        answers: [],
        tagIds: tags.listIds(own?.tags ?? []),
        createdBy: by ?? context.by,
        createdAt: context.at,
      },
    };
    return [
      makeCreateEdit('claims', claim),
      makeCreateEdit('placements', createPlacement(id, draft.id, plan.span, context)),
      ...evidence.map((one) => makeCreateEdit('evidence', one)),
    ];
  });
  return createStep('claim.import', [...adopted.edits, ...tags.edits, ...edits]);
}
