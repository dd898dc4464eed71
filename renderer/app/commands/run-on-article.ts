import { currentSession } from '../../state/article/open-review';
import { runIfWritable } from '../../state/library/library-access';
import { showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { useReviewView } from '../../state/view/review-view';

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

/** Runs an action that moves in the article's text, unless the review queue is shown in its place. */
export function runInText(action: (session: Session) => void): void {
  runOnArticle((session) => {
    const { queue } = useReviewView.getState();
    if (queue && !queue.isAttaching) showNotice('Close the queue with Escape first.');
    else action(session);
  });
}

/** Runs an action that dismisses text of the newest draft, which has to be on the screen. */
export function runOnNewestText(action: (session: Session) => void): void {
  runInText(() => runOnNewestDraft(action));
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
  if (currentClaimId === null) showNotice('Go to a claim first, with J and K or a click.');
  else action(session, currentClaimId);
}

/** Runs a command that adds an article, unless this window must not change the library. */
export function runOnWritableLibrary(run: () => void): void {
  runIfWritable(run, 'no article can be added');
}
