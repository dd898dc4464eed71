import type { Edit } from '../domain/change';
import type { Claim } from '../domain/claim';
import type { Draft } from '../domain/draft';
import { createEdit, updateEdit } from '../domain/edits';
import { newDraft } from '../domain/new-draft';
import { outlineOf, type PlacedClaim } from '../domain/outline';
import type { Placement } from '../domain/placement';
import { type Review, referringTo } from '../domain/review';
import { changesSinceJudged, wordsJudged } from '../domain/standing';
import type { Facts } from '../domain/step';
import { applyCorrections } from './apply-corrections';
import { changesBetween } from './material';

type Made = { ok: true; draft: Draft; edits: Edit[] } | { ok: false; why: string };

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

/** A sentence that says why corrections can't be applied together. */
export function clashWords(a: { number: number }, b: { number: number }): string {
  return `The corrections of claims ${a.number} and ${b.number} are on the same words. Leave one of them out.`;
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
  if (!applied.ok) {
    const [a, b] = applied.clash.map((index) => chosen[index]);
    return { ok: false, why: a && b ? clashWords(a, b) : 'Two corrections are on the same words.' };
  }
  const { body, place } = applied;
  const origin = { kind: 'corrections', name: null } as const;
  const made = newDraft(
    { ...body, origin, language: before.language },
    before.number + 1,
    sumOf(body.text),
    facts,
  );
  const placed = (placement: Placement): Placement => {
    const { span } = placement;
    const moved = { ...placement, id: facts.newId(), draftId: made.draft.id };
    if (!span) return moved;
    const words = wordsJudged(before, span).words;
    const now = place(span);
    const changes = changesBetween(words, wordsJudged(made.draft, now).words, { before: true, after: true });
    const isSame = changes.length === 0;
    const { judged } = review.claims.get(placement.claimId) ?? { judged: null };
    const since = judged ? changesSinceJudged(made.draft, judged, now) : { words: [], around: [] };
    const resolved = ![...since.words, ...since.around].some(({ material }) => material);
    return { ...moved, span: now, status: isSame ? 'unchanged' : 'reworded', changes, resolved };
  };
  const own = referringTo(review, `drafts/${before.id}`, 'placements').filter(
    ({ span, resolved }) => span !== null || !resolved,
  );
  const dismissals = referringTo(review, `drafts/${before.id}`, 'dismissals').map((dismissal) => ({
    ...dismissal,
    id: facts.newId(),
    draftId: made.draft.id,
    span: place(dismissal.span),
  }));
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
