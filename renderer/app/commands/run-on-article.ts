import type { CommandNeed } from '../../../shared/contract/menu-commands';
import { currentSession } from '../../state/article/open-review';
import { runIfWritable } from '../../state/library/library-access';
import { showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { useReviewView } from '../../state/view/review-view';
import { clearSelectedClaims, listSelectedClaims } from '../../state/view/selected-claims';
import { obstacles } from './obstacles';

/** Runs an action on the open article. When something that it needs is missing, a notice says so. */
export function runOnArticle(need: CommandNeed, action: (session: Session) => void): void {
  const obstacle = obstacles[need]();
  const session = currentSession();
  if (obstacle !== null) showNotice(obstacle);
  else if (session) action(session);
}

/** Runs an action on the current claim. Without one, a notice says how to go to a claim. */
export function runOnCurrentClaim(
  need: CommandNeed,
  action: (session: Session, claimId: string) => void,
): void {
  runOnArticle(need, (session) => {
    const { currentClaimId } = useReviewView.getState();
    clearSelectedClaims();
    if (currentClaimId !== null) action(session, currentClaimId);
  });
}

/** Runs an action on the claims that are selected in the list, or else another one, without which they would be left. */
export function runOnSelectedOr(action: (session: Session) => void, otherwise: () => void): void {
  const session = currentSession();
  if (session && !session.readOnly && listSelectedClaims(session).length > 0) action(session);
  else otherwise();
}

/** Runs a command that adds an article, unless this window must not change the library. */
export function runOnWritableLibrary(run: () => void): void {
  runIfWritable(run, 'no article can be added');
}
