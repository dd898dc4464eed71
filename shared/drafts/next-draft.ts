import type { Draft } from '../domain/draft';
import type { Change, Edit } from '../domain/history/change';
import { createEdit } from '../domain/history/edits';
import type { Facts } from '../domain/history/step';
import type { Placement } from '../domain/placement';
import { goneWords } from '../domain/review/queue';
import { currentDraft, type Review } from '../domain/review/review';
import type { DraftProposal } from '../import/proposal';
import type { CarriedClaim, CarriedReview } from './carry-review';
import { newDraft, proposedEdits } from './new-draft';

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
 * is that of the text in UTF-8; `cameBefore` are the notes with which claims came along with earlier drafts.
 */
export function nextDraft(
  review: Review,
  proposal: DraftProposal,
  sha256: string,
  carried: CarriedReview,
  facts: Facts,
  cameBefore: readonly string[],
): { draft: Draft; edits: Edit[] } {
  const { draft, row } = newDraft(proposal, currentDraft(review).number + 1, sha256, facts);
  const placements = carried.claims.map((claim) => placement(claim, draft.id, facts.newId));
  const dismissals = carried.dismissals.flatMap(({ dismissalId, span }) => {
    const dismissal = review.dismissals.get(dismissalId);
    return dismissal ? [{ ...dismissal, id: facts.newId(), draftId: draft.id, span }] : [];
  });
  // A comment that came with an earlier draft comes with this one again, whatever became of its claim.
  const known = [...cameBefore];
  const isKnown = ({ note }: { note: string | null }) => {
    const at = note === null ? -1 : known.indexOf(note);
    if (at !== -1) known.splice(at, 1);
    return at !== -1;
  };
  return {
    draft,
    edits: [
      createEdit('drafts', row),
      ...placements.map((place) => createEdit('placements', place)),
      ...dismissals.map((dismissal) => createEdit('dismissals', dismissal)),
      ...proposedEdits(proposal, draft, facts, isKnown),
    ],
  };
}

/** The notes with which claims came along with the drafts of an article; the changes must be its whole history. */
export function notesThatCame(changes: readonly Change[]): string[] {
  return changes
    .filter(({ action }) => action === 'article.open' || action === 'draft.import')
    .flatMap(({ edits }) => edits)
    .flatMap((edit) => (edit.table === 'claims' && 'create' in edit ? [edit.create.note] : []))
    .filter((note) => typeof note === 'string');
}
