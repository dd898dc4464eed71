import { standingOf } from '../../../../shared/domain/claims/recheck';
import type { Draft } from '../../../../shared/domain/draft';
import type { LibraryEntry } from '../../../../shared/domain/library/library-entry';
import { outlineOf } from '../../../../shared/domain/review/outline';
import { progressOf } from '../../../../shared/domain/review/progress';
import { unplacedClaims } from '../../../../shared/domain/review/queue';
import { articleOf, currentDraft, type Review } from '../../../../shared/domain/review/review';

/** The part of a library entry that the review itself tells. */
export type ReviewedEntry = Omit<LibraryEntry, 'binnedAt'>;

/** What the library lists of an article; `editedAt` is the moment of its last change. */
export function entryOf(review: Review, draft: Draft, editedAt: string): ReviewedEntry {
  const { id, title, byline, createdAt } = articleOf(review);
  const drafts = [...review.drafts.values()].sort((a, b) => b.number - a.number);
  const placed = outlineOf(review, draft.id);
  // A claim that is placed nowhere, and was not let go, is open.
  const claims = [...placed, ...unplacedClaims(review, draft.id).map(({ claim }) => ({ claim, span: null }))];
  return {
    id,
    title,
    byline,
    draft: draft.number,
    // A draft of corrections is still that file's text.
    file: drafts.find(({ origin }) => origin.kind !== 'corrections')?.origin.name ?? null,
    words: currentDraft(review).words,
    progress: progressOf(claims.map(({ claim, span }) => standingOf(review, draft, claim, span))),
    createdAt,
    editedAt,
  };
}
