import type { Span } from '../../../shared/text/span';
import { openDialog } from '../../state/dialogs';
import { getClaimIdOfRow } from '../../state/view/claim-row';
import { useReviewView } from '../../state/view/review-view';

/** The target of actions: the words that were selected and the row that had the focus before the palette opened. */
interface Target {
  selection: Span | null;
  /** The claim whose row had the focus. */
  claimIdOfRow: string | null;
}

let target: Target = { selection: null, claimIdOfRow: null };

/** Opens the command palette. */
export function openPalette(): void {
  target = {
    selection: useReviewView.getState().selection,
    claimIdOfRow: getClaimIdOfRow(document.activeElement),
  };
  openDialog('palette');
}

export function getPaletteTarget(): Target {
  return target;
}
