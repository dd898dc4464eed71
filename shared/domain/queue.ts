import type { Claim } from './claim';
import { updateEdit } from './edits';
import type { Placement } from './placement';
import { type Review, referringTo } from './review';
import { compareSpans, type Span } from './span';
import type { Step } from './step';

/** A claim that came into a draft so that somebody has to look at it. */
export interface QueuedClaim {
  claim: Claim;
  placement: Placement;
}

/** The claims of a draft that wait for the reviewer since it came in: in reading order, those without a place last. */
export function queueOf(review: Review, draftId: string): QueuedClaim[] {
  const end = Number.MAX_SAFE_INTEGER;
  const place = ({ placement: { span } }: QueuedClaim): Span => span ?? { start: end, end };
  return referringTo(review, `drafts/${draftId}`, 'placements')
    .flatMap((placement) => {
      const claim = placement.resolved ? undefined : review.claims.get(placement.claimId);
      return claim ? [{ claim, placement }] : [];
    })
    .sort((a, b) => compareSpans(place(a), place(b)) || (a.claim.id < b.claim.id ? -1 : 1));
}

/** The claims that came into a draft without a place, and were not let go. */
export function unplacedClaims(review: Review, draftId: string): QueuedClaim[] {
  return queueOf(review, draftId).filter(({ placement }) => placement.span === null);
}

/** Lets a claim go: it stands in this draft no more. `words` are those that it stands on, or stood on before. */
export function letGo(placement: Placement, words: string): Step | null {
  const { status } = placement;
  const edit = updateEdit('placements', placement, {
    span: null,
    status: status === 'ambiguous' ? status : 'lost',
    changes: goneWords(words),
    resolved: true,
  });
  return edit && { action: 'claim.letGo', edits: [edit] };
}

/** What a placement without a span keeps of the words that the claim stood on. */
export function goneWords(words: string): Placement['changes'] {
  return [{ before: words, after: '', material: true, reason: 'words' }];
}
