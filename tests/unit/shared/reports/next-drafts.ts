import type { Draft } from '../../../../shared/domain/draft';
import { outlineOf, placementOf } from '../../../../shared/domain/review/outline';
import { goneWords, letGo } from '../../../../shared/domain/review/queue';
import { putEntity, type Review } from '../../../../shared/domain/review/review';
import { mustApply } from '../reviews';

/** Numbers of claims in the draft before. */
interface Unplaced {
  cut?: readonly number[];
  waiting?: readonly number[];
}

/** A next draft of other words at the same length, in which some claims have no place any more. */
export function nextDraftOf(
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
  putEntity(review, 'drafts', { id, number, importedAt, origin, sha256, words: 300 });
  for (const { claim, span, number: old } of outlineOf(review, before.id)) {
    const gone = before.text.slice(span.start, span.end);
    const place = waiting.includes(old)
      ? { span: null, status: 'lost' as const, changes: goneWords(gone), resolved: false }
      : { span, status: 'unchanged' as const, changes: [], resolved: true };
    putEntity(review, 'placements', {
      ...{ id: `${draft.id}-${old}`, claimId: claim.id, draftId: draft.id, candidates: [] },
      ...place,
    });
    const placement = placementOf(review, claim.id, draft.id);
    if (cut.includes(old) && placement) mustApply(review, letGo(placement, gone)?.edits ?? []);
  }
  return { review, draft };
}
