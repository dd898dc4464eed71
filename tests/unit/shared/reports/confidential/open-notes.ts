import { createEmptyReview, putEntity } from '#shared/domain/review/review.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { proposeEvidence } from '#shared/import/annotations/propose-evidence.ts';
import { createNotesProposal } from '#tests/unit/shared/import/base/notes-proposal.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

/** An article with three notes, one of which names a person. `note` is that of its first claim. */
export function openNotes(isAuthors: boolean, note: string | null = null) {
  const { proposal } = createNotesProposal();
  const read = proposeEvidence(proposal, { authors: [], areNotesSources: isAuthors });
  const { draft, change } = openArticle(read, 'article', 'a'.repeat(64), createEditContext('s'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  const [claim] = review.claims.values();
  if (claim) putEntity(review, 'claims', { ...claim, note });
  return { review, draft, claimId: claim?.id ?? '' };
}
