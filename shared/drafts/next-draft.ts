import type { Edit } from '../domain/change';
import type { Draft } from '../domain/draft';
import { createEdit } from '../domain/edits';
import { newDraft, proposedEdits } from '../domain/new-draft';
import type { Placement } from '../domain/placement';
import { goneWords } from '../domain/queue';
import { currentDraft, type Review } from '../domain/review';
import { sameSpan } from '../domain/span';
import type { Facts } from '../domain/step';
import type { DraftProposal } from '../import/proposal';
import type { CarriedClaim, CarriedReview } from './carry-review';

function placement(carried: CarriedClaim, draftId: string, newId: () => string): Placement {
  const { claimId, status, words, span, candidates, changes, resolved } = carried;
  return {
    ...{ id: newId(), claimId, draftId, span, status, candidates, resolved },
    changes: span ? changes : goneWords(words),
  };
}

/**
 * The next draft of an article, and the edits that bring it: its row, where each claim stands in it, the dismissals that
 * still hold, and what the proposal itself brings along. Claims that were let go before are not placed any more. `sha256`
 * is that of the text in UTF-8.
 */
export function nextDraft(
  review: Review,
  proposal: DraftProposal,
  sha256: string,
  carried: CarriedReview,
  facts: Facts,
): { draft: Draft; edits: Edit[] } {
  const { draft, row } = newDraft(proposal, currentDraft(review).number + 1, sha256, facts);
  const placements = carried.claims.map((claim) => placement(claim, draft.id, facts.newId));
  const dismissals = carried.dismissals.flatMap(({ dismissalId, span }) => {
    const dismissal = review.dismissals.get(dismissalId);
    return dismissal ? [{ ...dismissal, id: facts.newId(), draftId: draft.id, span }] : [];
  });
  // A comment that came with the draft before comes with this one again.
  const known = (span: Placement['span'], note: string | null) =>
    placements.some(
      (other) =>
        other.span && span && sameSpan(other.span, span) && review.claims.get(other.claimId)?.note === note,
    );
  return {
    draft,
    edits: [
      createEdit('drafts', row),
      ...placements.map((place) => createEdit('placements', place)),
      ...dismissals.map((dismissal) => createEdit('dismissals', dismissal)),
      ...proposedEdits(proposal, draft, facts, ({ span, note }) => known(span, note)),
    ],
  };
}
