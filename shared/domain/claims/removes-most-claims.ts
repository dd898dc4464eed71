import type { Edit } from '../history/change';
import type { Review } from '../review/review';

/** At most this many claims are removed without a question, however few there are: undo brings them back at a glance. */
const maxUnasked = 4;

/** How many claims the edits remove. */
export function countRemovedClaims(edits: readonly Edit[]): number {
  return edits.filter((edit) => edit.table === 'claims' && 'delete' in edit).length;
}

/** Whether the edits remove more than half of the review's claims, and five or more, so that the reviewer is asked first. */
export function removesMostClaims(edits: readonly Edit[], review: Review): boolean {
  const removed = countRemovedClaims(edits);
  return removed > maxUnasked && removed * 2 > review.claims.size;
}
