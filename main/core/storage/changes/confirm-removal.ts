import { countRemovedClaims, removesMostClaims } from '../../../../shared/domain/claims/claim-edits';
import type { Edit } from '../../../../shared/domain/history/change';
import type { Review } from '../../../../shared/domain/review/review';
import { StetError } from '../../errors/stet-error';

/** Asks whether a change may remove that many of all claims. */
export type ConfirmRemoval = (removed: number, total: number) => Promise<boolean>;

/**
 * Asks before a change that would remove most of an article's claims (`removes-most-claims.ts`): whether by undo, by a key or by
 * a bug, nobody should lose a day's work unasked. Rejects with `nothing` when the reviewer declines.
 */
export async function confirmRemoval(
  edits: readonly Edit[],
  review: Review,
  confirm: ConfirmRemoval,
): Promise<void> {
  if (!removesMostClaims(edits, review)) return;
  if (!(await confirm(countRemovedClaims(edits), review.claims.size)))
    throw new StetError('nothing', 'Nothing was changed: the claims are all still there.');
}
