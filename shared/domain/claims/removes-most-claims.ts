import type { Edit } from '../history/change';
import type { Review } from '../review/review';

/** At most this many claims are removed without a question, however few there are. */
const maxUnasked = 10;

/** How many claims the edits remove. */
export function countRemovedClaims(edits: readonly Edit[]): number {
  return edits.filter((edit) => edit.table === 'claims' && 'delete' in edit).length;
}

/** Whether the edits remove more than ten claims that are more than half of the review's, so that the reviewer is asked first. */
export function removesMostClaims(edits: readonly Edit[], review: Review): boolean {
  const removed = countRemovedClaims(edits);
  return removed > maxUnasked && removed * 2 > review.claims.size;
}
