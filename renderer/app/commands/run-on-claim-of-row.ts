import { commandInfo, type MenuCommand } from '../../../shared/contract/menu-commands';
import { verdicts } from '../../../shared/domain/verdict';
import { currentSession } from '../../state/article/open-review';
import { goToListedClaim, setCurrentClaim } from '../../state/view/navigate';
import { useReviewView } from '../../state/view/review-view';
import { hasSelectedClaims } from '../../state/view/selected-claims';
import { commands } from './commands';

/** The commands that act on all claims that are selected in the list, whichever row has the focus. */
const commandsOnSelected = new Set<MenuCommand>([...verdicts, 'deleteClaim', 'addSource', 'tagClaim']);

/** Makes the claim of a row in the list the current one. */
function setCurrentClaimToRow(claimId: string): void {
  if (claimId === useReviewView.getState().currentClaimId) {
    // The card may show something else than the claim.
    setCurrentClaim(claimId);
    return;
  }
  const session = currentSession();
  const listed =
    session && [...session.outline(), ...session.unplaced()].find(({ claim }) => claim.id === claimId);
  if (listed) goToListedClaim(listed);
}

/** Runs a command while the row of a claim has the focus, or none (null). Commands that act on a claim act on that one. */
export function runOnClaimOfRow(command: MenuCommand, claimId: string | null): void {
  const isForSelected = hasSelectedClaims() && commandsOnSelected.has(command);
  if (claimId !== null && commandInfo[command].actsOnClaim && !isForSelected) setCurrentClaimToRow(claimId);
  commands[command]();
}
