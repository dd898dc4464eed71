import type { Claim } from '../claim';
import type { Edit } from '../history/change';
import { makeUpdateEdit } from '../history/make-edits';

/**
 * Changes the accepted risks of a claim: the ids of the unreliable sources in spite of which its verdict was confirmed.
 * Null when nothing differs.
 */
export function updateAcceptedRisks(
  claim: Claim,
  update: (sourceIds: readonly string[]) => string[],
): Edit | null {
  if (!claim.judged?.despite) return null;
  const { despite: before, ...judged } = claim.judged;
  const despite = [...new Set(update(before))].sort();
  return makeUpdateEdit('claims', claim, { judged: despite.length === 0 ? judged : { ...judged, despite } });
}
