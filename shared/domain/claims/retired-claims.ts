import type { Claim } from '../claim';
import type { Placement } from '../draft/placement';
import { makeUpdateEdit } from '../history/make-edits';
import type { Step } from '../history/step';
import type { Review } from '../review/review';

/**
 * A claim whose text is gone from the article, so that the reviewer retired it. It stays in the review, for the history and
 * for later drafts.
 */
export interface RetiredClaim {
  claim: Claim;
  placement: Placement;
  /** The number of the draft in which it was retired. */
  draftNumber: number;
}

/** Retires a claim in the draft of the placement. `words` is the claim's current text, or its former one. */
export function retireClaim(placement: Placement, words: string): Step | null {
  const { status } = placement;
  const edit = makeUpdateEdit('placements', placement, {
    span: null,
    status: status === 'ambiguous' ? status : 'lost',
    changes: recordFormerWords(words),
    resolved: true,
  });
  return edit && { action: 'claim.letGo', edits: [edit] };
}

/** The `changes` of a placement without a span, which keep the former text of the claim. */
export function recordFormerWords(words: string): Placement['changes'] {
  return [{ before: words, after: '', material: true, reason: 'words' }];
}

/** The text of a claim before it lost its span; empty when it is not known. */
export function getFormerWords({ changes }: Placement): string {
  return changes[0]?.before ?? '';
}

/**
 * Finds the claims that are retired as of the draft with this number: those whose last placement up to it retired them.
 * Sorted by the draft in which they were retired, then by their former text.
 */
export function findRetiredClaims(review: Review, draftNumber: number): RetiredClaim[] {
  const last = new Map<string, RetiredClaim>();
  for (const placement of review.placements.values()) {
    const claim = review.claims.get(placement.claimId);
    const number = review.drafts.get(placement.draftId)?.number;
    if (!claim || number === undefined || number > draftNumber) continue;
    const known = last.get(claim.id);
    if (!known || known.draftNumber < number) last.set(claim.id, { claim, placement, draftNumber: number });
  }
  return Array.from(last.values())
    .filter(({ placement }) => placement.span === null && placement.resolved)
    .sort((a, b) => a.draftNumber - b.draftNumber || compareByFormerWords(a, b));
}

/** Orders claims without a span by their former text, in UTF-16 code unit order for every language, then by id. */
export function compareByFormerWords(a: Pick<RetiredClaim, 'claim' | 'placement'>, b: typeof a): number {
  const [words, otherWords] = [getFormerWords(a.placement), getFormerWords(b.placement)];
  if (words !== otherWords) return words < otherWords ? -1 : 1;
  return a.claim.id < b.claim.id ? -1 : 1;
}
