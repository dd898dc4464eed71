import type { Draft } from '../../../shared/domain/draft';
import type { LibraryEntry } from '../../../shared/domain/library-entry';
import { outlineOf } from '../../../shared/domain/outline';
import { progressOf } from '../../../shared/domain/progress';
import { articleOf, currentDraft, type Review } from '../../../shared/domain/review';
import { standingOf } from '../../../shared/domain/standing';

/** The part of a library entry that the review itself tells. */
export type ReviewedEntry = Omit<LibraryEntry, 'binnedAt'>;

/** What the library lists of an article; `editedAt` is the moment of its last change. */
export function entryOf(review: Review, draft: Draft, editedAt: string): ReviewedEntry {
  const { id, title, createdAt } = articleOf(review);
  const claims = outlineOf(review, draft.id);
  return {
    id,
    title,
    words: currentDraft(review).words,
    progress: progressOf(claims.map(({ claim, span }) => standingOf(review, draft, claim, span))),
    createdAt,
    editedAt,
  };
}
