import type { Claim } from '../claim';
import type { Edit } from '../history/change';
import { updateEdit } from '../history/edits';

/** Changes which fallen sources a claim was judged in spite of; null when nothing differs. */
export function withDespite(claim: Claim, change: (ids: readonly string[]) => string[]): Edit | null {
  if (!claim.judged?.despite) return null;
  const { despite: before, ...judged } = claim.judged;
  const despite = [...new Set(change(before))].sort();
  return updateEdit('claims', claim, { judged: despite.length === 0 ? judged : { ...judged, despite } });
}
