import type { KeyboardEvent, MouseEvent } from 'react';
import type { ListedClaim } from '../../../state/review/outline';
import { getClaimIdOfRow } from '../../../state/view/claim-row';
import { extendSelectedClaims, toggleSelectedClaim } from '../../../state/view/selected-claims';

function listIds(claims: readonly ListedClaim[]): string[] {
  return claims.map(({ claim }) => claim.id);
}

/** Selects several claims by a click with Shift, Ctrl or Command. False for a plain click. */
export function selectByClick(
  { shiftKey, ctrlKey, metaKey }: MouseEvent,
  claimId: string,
  claims: readonly ListedClaim[],
): boolean {
  if (shiftKey) extendSelectedClaims(claimId, listIds(claims));
  else if (ctrlKey || metaKey) toggleSelectedClaim(claimId, listIds(claims));
  else return false;
  return true;
}

/**
 * Handles the keys on a row: arrows go to the next and the previous row, with Shift they select from the anchor on, and Ctrl+Space
 * selects a row besides the others or no longer.
 */
export function handleRowKey(event: KeyboardEvent, claims: readonly ListedClaim[]): void {
  const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
  const claimId = target instanceof Element ? getClaimIdOfRow(target) : null;
  if (claimId === null || altKey) return;
  const ids = listIds(claims);
  if (key === ' ' && (ctrlKey || metaKey)) {
    event.preventDefault();
    toggleSelectedClaim(claimId, ids);
    return;
  }
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || metaKey) return;
  event.preventDefault();
  const next = ids[ids.indexOf(claimId) + step];
  if (next === undefined) return;
  // The neighbours of the row with the focus are rendered, wherever the list is scrolled to.
  event.currentTarget
    .querySelector<HTMLElement>(`[data-claim-row][data-claim="${CSS.escape(next)}"]`)
    ?.focus();
  if (shiftKey) extendSelectedClaims(next, ids, claimId);
}
