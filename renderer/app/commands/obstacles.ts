import type { CommandNeed } from '../../../shared/contract/menu-commands';
import { currentSession } from '../../state/article/open-review';
import { describeWayToClaim } from '../../state/keys';
import { explainReadOnlyArticle, explainReadOnlyLibrary } from '../../state/library/library-access';
import { useReviewView } from '../../state/view/review-view';
import { hasSelectedClaims } from '../../state/view/selected-claims';

/** The checks of what commands need. Each returns the sentence that says what is missing, or null. */
export const obstacles: Readonly<Record<CommandNeed, () => string | null>> = {
  article: () => (currentSession() ? null : 'Open an article first.'),
  newestDraft() {
    const session = currentSession();
    if (session?.isPast)
      return `Draft ${session.draft.number} is read-only. Go back to the newest draft first.`;
    if (session?.readOnly) return explainReadOnlyArticle('nothing was changed');
    return obstacles.article();
  },
  text() {
    const { queue } = useReviewView.getState();
    if (queue && !queue.isAttaching) return 'Close the queue with Escape first.';
    return obstacles.article();
  },
  newestText: () => obstacles.text() ?? obstacles.newestDraft(),
  report: () =>
    currentSession()?.isPast
      ? 'Reports are made from the newest draft. Go back to it first.'
      : obstacles.article(),
  claim() {
    if (useReviewView.getState().currentClaimId === null)
      return obstacles.article() ?? `Go to a claim first, ${describeWayToClaim()}.`;
    return obstacles.article();
  },
  claims: () => (hasSelectedClaims() ? obstacles.article() : obstacles.claim()),
  claimOfNewestDraft: () => obstacles.newestDraft() ?? obstacles.claim(),
  writableLibrary: () => explainReadOnlyLibrary('no article can be added'),
};
