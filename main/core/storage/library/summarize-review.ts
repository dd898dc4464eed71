import { getClaimStatus } from '../../../../shared/domain/claims/recheck';
import type { Draft } from '../../../../shared/domain/draft/draft';
import type { LibraryEntry } from '../../../../shared/domain/library/library-entry';
import { listPlacedClaims } from '../../../../shared/domain/review/placed-claims';
import { countByStatus } from '../../../../shared/domain/review/progress';
import { getArticle, getNewestDraft, type Review } from '../../../../shared/domain/review/review';
import { findUnplacedClaims } from '../../../../shared/domain/review/review-queue';

/** The part of a library entry that is derived from the review. */
export type ReviewSummary = Omit<LibraryEntry, 'binnedAt'>;

/**
 * Makes the library's summary of a review. `id` is the article's id in the library, which is not the one in the review when
 * the folder holds a copy of another article. `editedAt` is the timestamp of its last change.
 */
export function summarizeReview(id: string, review: Review, draft: Draft, editedAt: string): ReviewSummary {
  const { id: ownId, title, byline, deadline, createdAt } = getArticle(review);
  const drafts = [...review.drafts.values()].sort((a, b) => b.number - a.number);
  const placed = listPlacedClaims(review, draft.id);
  // A claim without a placement is open unless it was retired.
  const claims = [
    ...placed,
    ...findUnplacedClaims(review, draft.id).map(({ claim }) => ({ claim, span: null })),
  ];
  return {
    id,
    title,
    byline,
    draft: draft.number,
    // A draft of corrections is based on the file before it.
    file: drafts.find(({ origin }) => origin.kind !== 'corrections')?.origin.name ?? null,
    words: getNewestDraft(review).words,
    copyOf: ownId === id ? null : ownId,
    progress: countByStatus(claims.map(({ claim, span }) => getClaimStatus(review, draft, claim, span))),
    reading: null,
    deadline,
    createdAt,
    editedAt,
  };
}
