import type { Edit } from '../../../../../shared/domain/history/change';
import type { Review } from '../../../../../shared/domain/review/review';
import { StetError } from '../../../errors/stet-error';

/** Asks whether a change may remove that many of all claims. */
export type ConfirmRemoval = (removed: number, total: number) => Promise<boolean>;

/** At most this many claims are removed without a question, however few there are. */
const maxUnasked = 10;

/**
 * Asks before a change that would remove more than half of an article's claims, and more than ten: whether by undo, by a key or
 * by a bug, nobody should lose a day's work unasked. Rejects with `nothing` when the reviewer declines.
 */
export async function confirmRemoval(
  edits: readonly Edit[],
  review: Review,
  confirm: ConfirmRemoval,
): Promise<void> {
  const removed = edits.filter((edit) => edit.table === 'claims' && 'delete' in edit).length;
  const total = review.claims.size;
  if (removed <= maxUnasked || removed * 2 <= total) return;
  if (!(await confirm(removed, total)))
    throw new StetError('nothing', 'Nothing was changed: the claims are all still there.');
}
