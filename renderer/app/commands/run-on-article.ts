import { currentSession } from '../../state/article/open-review';
import { runIfWritable } from '../../state/library/library-access';
import { showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { useReviewView } from '../../state/view/review-view';
import { clearSelectedClaims, listSelectedClaims } from '../../state/view/selected-claims';

/** Runs an action on the open article. Without one, a notice says what to do first. */
export function runOnArticle(action: (session: Session) => void): void {
  const session = currentSession();
  if (session) action(session);
  else showNotice('Open an article first.');
}

/** Runs an action that edits the newest draft. A notice says why when that is not possible. */
export function runOnNewestDraft(action: (session: Session) => void): void {
  runOnArticle((session) => {
    const { isPast, readOnly, draft } = session;
    if (isPast) showNotice(`Draft ${draft.number} is read-only. Go back to the newest draft first.`);
    else if (readOnly) showNotice('This article is read-only, so nothing was changed.');
    else action(session);
  });
}

/** Runs an action that makes a report of the newest draft. */
export function runReport(action: (session: Session) => void): void {
  runOnArticle((session) => {
    if (session.isPast) showNotice('Reports are made from the newest draft. Go back to it first.');
    else action(session);
  });
}

/** Runs an action on the current claim. Without one, a notice says how to go to a claim. */
export function runOnCurrentClaim(action: (session: Session, claimId: string) => void): void {
  const session = currentSession();
  if (!session) return;
  const { currentClaimId } = useReviewView.getState();
  clearSelectedClaims();
  if (currentClaimId === null) showNotice('Go to a claim first, with J and K or a click.');
  else action(session, currentClaimId);
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
