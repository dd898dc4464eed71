import type { Draft } from '#shared/domain/base/draft.ts';
import { listUnplacedComments } from '#shared/domain/base/evidence.ts';
import type { Placement } from '#shared/domain/base/placement.ts';
import { checkVerdict, isCorrectedSinceJudged } from '#shared/domain/claims/changes-since-judged.ts';
import type { Edit } from '#shared/domain/review/change.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { type EditContext, makeCreateEdit, makeUpdateEdit } from '#shared/domain/review/step.ts';
import {
  applyCorrections,
  describeCorrectionProblem,
  listCorrectableClaims,
  type OffsetMap,
} from '#shared/drafts/apply-corrections.ts';
import { createDraft } from '#shared/drafts/create-draft.ts';
import type { Span } from '#shared/text/span.ts';
import { classifyChanges } from '#shared/text-changes/classify-changes.ts';

type CorrectedDraftResult = { ok: true; draft: Draft; edits: Edit[] } | { ok: false; why: string };

/** The review and the two drafts between which it is carried; `offsets` maps the first draft's text to the second's. */
interface Correcting {
  readonly review: Review;
  readonly before: Draft;
  readonly after: Draft;
  readonly offsets: OffsetMap;
  readonly newId: () => string;
}

/**
 * Creates the draft that results from the newest one and the corrections of the chosen claims, and the edits that add it. Every
 * claim keeps its place. The corrected claims are on their new text and lose their correction. `hashText` computes the SHA-256 of
 * a text in UTF-8. `why` is a message for the reviewer. Throws when a correction leaves nothing of a claim, which would be a bug.
 */
export function createCorrectedDraft(
  review: Review,
  before: Draft,
  claimIds: readonly string[],
  hashText: (text: string) => string,
  context: EditContext,
): CorrectedDraftResult {
  const chosenIds = new Set(claimIds);
  const chosen = listCorrectableClaims(review, before).filter(({ claim }) => chosenIds.has(claim.id));
  if (chosen.length === 0)
    return { ok: false, why: 'None of these claims has a correction that changes anything.' };
  const corrections = chosen.map(({ span, correction }) => ({ span, text: correction }));
  const result = applyCorrections(before, corrections);
  if (!result.ok) return { ok: false, why: describeCorrectionProblem(result.problem, chosen) };
  const { body, offsets } = result;
  const { draft: after, row } = createDraft(
    {
      ...body,
      origin: { kind: 'corrections', name: null },
      language: before.language,
      // The notes are the same as in the draft before.
      areNotesSources: review.drafts.get(before.id)?.areNotesSources ?? false,
    },
    before.number + 1,
    hashText(body.text),
    context,
    { account: null, earlierComments: listUnplacedComments(before) },
  );
  const correcting = { review, before, after, offsets, newId: context.newId };
  const dismissals = moveDismissals(correcting);
  const placements = movePlacements(correcting);
  return {
    ok: true,
    draft: after,
    edits: [
      makeCreateEdit('drafts', row),
      ...placements.map((placement) => makeCreateEdit('placements', placement)),
      ...dismissals.map((dismissal) => makeCreateEdit('dismissals', dismissal)),
      ...chosen.flatMap(({ claim }) => makeUpdateEdit('claims', claim, { correction: null }) ?? []),
    ],
  };
}

function getText({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The dismissals of the draft whose text was not corrected. */
function moveDismissals({ review, before, after, offsets, newId }: Correcting) {
  return findReferrers(review, `drafts/${before.id}`, 'dismissals').flatMap((dismissal) => {
    const span = offsets.mapSpan(dismissal.span);
    const isSame = span && getText(before, dismissal.span) === getText(after, span);
    return isSame ? [{ ...dismissal, id: newId(), draftId: after.id, span }] : [];
  });
}

/** The placements of all claims that aren't retired. */
function movePlacements(correcting: Correcting): Placement[] {
  const { review, before } = correcting;
  return findReferrers(review, `drafts/${before.id}`, 'placements')
    .filter(({ span, resolved }) => span !== null || !resolved)
    .map((placement) => movePlacement(correcting, placement));
}

/** The placement in the draft after. Throws when a correction leaves nothing of a claim, which would be a bug, not a result. */
function movePlacement(correcting: Correcting, placement: Placement): Placement {
  const { review, before, after, offsets, newId } = correcting;
  const moved = {
    ...placement,
    id: newId(),
    draftId: after.id,
    candidates: placement.span
      ? []
      : placement.candidates.flatMap((candidate) => offsets.mapSpan(candidate) ?? []),
  };
  if (!placement.span) return moved;
  const span = offsets.mapSpan(placement.span);
  if (!span) throw new Error('a correction left nothing of a claim');
  // Sentence starts are not considered: any change of letter case counts.
  const changes = classifyChanges(getText(before, placement.span), getText(after, span), {
    before: false,
    after: false,
  });
  const claim = review.claims.get(placement.claimId);
  const isSame = changes.length === 0;
  const isCorrected = !isSame || (!!claim && isCorrectedSinceJudged(review, claim, before.number));
  return {
    ...moved,
    span,
    status: isSame ? 'unchanged' : 'reworded',
    changes,
    // A claim that was never judged keeps its state: whoever wrote a correction for it has looked at it.
    resolved: claim?.judged
      ? checkVerdict(review, claim, { ...moved, span, changes }, after, isCorrected).resolved
      : placement.resolved,
  };
}
