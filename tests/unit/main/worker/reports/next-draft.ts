import type { Draft } from '#shared/domain/base/draft.ts';
import {
  findPlacement,
  listPlacedClaims,
  recordFormerWords,
  retireClaim,
} from '#shared/domain/review/placed-claims.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import { applyOrThrow } from '#tests/unit/shared/reviews.ts';

/** Numbers, in the previous draft, of claims that get no place in the next one. */
interface Unplaced {
  cut?: readonly number[];
  waiting?: readonly number[];
}

/** Creates a next draft in which some claims have no place. Replaced words must keep their length. */
export function createNextDraft(
  { review, draft: before }: { review: Review; draft: Draft },
  { cut = [], waiting = [] }: Unplaced,
  words: readonly (readonly [before: string, after: string])[] = [],
): { review: Review; draft: Draft } {
  const number = before.number + 1;
  const text = words.reduce((all, [old, now]) => all.replace(old, now), before.text);
  const draft = {
    ...before,
    id: `draft-${number}`,
    number,
    text,
    blocks: before.blocks.map((b) => ({ ...b })),
  };
  const { id, importedAt, origin, sha256 } = draft;
  putEntity(review, 'drafts', { id, number, importedAt, origin, sha256, words: 300, areNotesSources: false });
  for (const { claim, span, number: old } of listPlacedClaims(review, before.id)) {
    const gone = before.text.slice(span.start, span.end);
    const place = waiting.includes(old)
      ? { span: null, status: 'lost' as const, changes: recordFormerWords(gone), resolved: false }
      : { span, status: 'unchanged' as const, changes: [], resolved: true };
    putEntity(review, 'placements', {
      id: `${draft.id}-${old}`,
      claimId: claim.id,
      draftId: draft.id,
      candidates: [],
      ...place,
    });
    const placement = findPlacement(review, claim.id, draft.id);
    if (cut.includes(old) && placement) applyOrThrow(review, retireClaim(placement, gone)?.edits ?? []);
  }
  return { review, draft };
}
