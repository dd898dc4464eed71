import type { Claim } from '../domain/claim';
import { isCorrectedSinceJudged } from '../domain/claims/correction-state';
import type { Draft } from '../domain/draft';
import type { Edit } from '../domain/history/change';
import { createEdit, updateEdit } from '../domain/history/edits';
import type { Facts } from '../domain/history/step';
import type { Placement } from '../domain/placement';
import { outlineOf, type PlacedClaim } from '../domain/review/outline';
import { type Review, referringTo } from '../domain/review/review';
import type { Span } from '../text/span';
import { changesBetween } from '../text-changes/classify-changes';
import { applyCorrections, type CorrectionProblem } from './apply-corrections';
import { lookAt } from './carry-review';
import { newDraft } from './new-draft';

type Made = { ok: true; draft: Draft; edits: Edit[] } | { ok: false; why: string };

function textOf({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The claims of a draft that carry a correction, in reading order. */
export function correctableClaims(review: Review, draft: Draft): (PlacedClaim & { correction: string })[] {
  return outlineOf(review, draft.id).flatMap((placed) => {
    const { correction } = placed.claim;
    const { start, end } = placed.span;
    return correction === null || draft.text.slice(start, end) === correction
      ? []
      : [{ ...placed, correction }];
  });
}

/** A sentence that says why corrections can't be applied; each claim is the one of the correction with its index. */
export function problemWords(problem: CorrectionProblem, claims: readonly { number: number }[]): string {
  const claim = (index: number) => claims[index]?.number ?? '';
  if (problem.kind === 'overlap')
    return `The corrections of claims ${claim(problem.first)} and ${claim(problem.second)} are on the same words. Leave one of them out.`;
  const why = {
    outside: 'stands outside the text',
    emptied: 'leaves nothing of its paragraph',
    blankLine: 'holds a blank line, which would begin a paragraph',
  };
  return `The correction of claim ${claim(problem.index)} ${why[problem.kind]}. Change it, or leave it out.`;
}

/**
 * The draft that the corrections on these claims make of the newest one, and the edits that bring it: every claim stands
 * where it stood, those that were corrected on their new words, and without the correction. `sumOf` gives the SHA-256 of a
 * text in UTF-8.
 */
export function correctedDraft(
  review: Review,
  before: Draft,
  claimIds: readonly string[],
  sumOf: (text: string) => string,
  facts: Facts,
): Made {
  const wanted = new Set(claimIds);
  const chosen = correctableClaims(review, before).filter(({ claim }) => wanted.has(claim.id));
  if (chosen.length === 0)
    return { ok: false, why: 'None of these claims has a correction that changes anything.' };
  const applied = applyCorrections(
    before,
    chosen.map(({ span, correction }) => ({ span, text: correction })),
  );
  if (!applied.ok) return { ok: false, why: problemWords(applied.problem, chosen) };
  const { body, places } = applied;
  const origin = { kind: 'corrections', name: null } as const;
  const made = newDraft(
    { ...body, origin, language: before.language },
    before.number + 1,
    sumOf(body.text),
    facts,
  );
  const placed = (placement: Placement): Placement => {
    const { span } = placement;
    const moved = {
      ...placement,
      id: facts.newId(),
      draftId: made.draft.id,
      candidates: span ? [] : placement.candidates.flatMap((candidate) => places.span(candidate) ?? []),
    };
    if (!span) return moved;
    const now = places.span(span);
    if (!now) throw new Error('a correction left nothing of a claim');
    const changes = changesBetween(
      textOf(before, span),
      textOf(made.draft, now),
      // Where a sentence begins is not asked: a letter's case counts.
      { before: false, after: false },
    );
    const claim = review.claims.get(placement.claimId);
    const isSame = changes.length === 0;
    const isCorrected = !isSame || (!!claim && isCorrectedSinceJudged(review, claim, before.number));
    const look = claim ? lookAt(claim, { ...moved, span: now, changes }, made.draft, isCorrected) : moved;
    return {
      ...{ ...moved, span: now, status: isSame ? 'unchanged' : 'reworded', changes },
      // What waits goes on waiting; who writes a correction for a claim that was never judged has looked at it.
      resolved: claim?.judged ? look.resolved : placement.resolved,
    };
  };
  const own = referringTo(review, `drafts/${before.id}`, 'placements').filter(
    ({ span, resolved }) => span !== null || !resolved,
  );
  const dismissals = referringTo(review, `drafts/${before.id}`, 'dismissals').flatMap((dismissal) => {
    const span = places.span(dismissal.span);
    const isSame = span && textOf(before, dismissal.span) === textOf(made.draft, span);
    return isSame ? [{ ...dismissal, id: facts.newId(), draftId: made.draft.id, span }] : [];
  });
  const cleared = (claim: Claim) => updateEdit('claims', claim, { correction: null });
  return {
    ok: true,
    draft: made.draft,
    edits: [
      createEdit('drafts', made.row),
      ...own.map((placement) => createEdit('placements', placed(placement))),
      ...dismissals.map((dismissal) => createEdit('dismissals', dismissal)),
      ...chosen.flatMap(({ claim }) => cleared(claim) ?? []),
    ],
  };
}
