import { create } from 'zustand';
import type { Session } from '../review/session';
import { getLastArticleId } from './last-article';

interface OpenReview {
  /** The review on the screen; null while the library is shown. */
  session: Session | null;
  /** Whether the article of the last run is about to be shown, at the start. */
  isReopening: boolean;
}

/**
 * The review on the screen. The other parts of this folder, in the order of an article's stay there:
 *
 * 1. `last-article.ts`, `reopen-last-article.ts`: show the article again that was on the screen when the window closed.
 * 2. `show-article.ts`: show an article or one of its drafts, and leave it.
 * 3. `load-review.ts`: load a review from main into a session; `reload-review.ts` does so again after a conflict or a merge.
 * 4. `waiting-edits.ts`: edits that wait until their article was repaired.
 * 5. `show-loss.ts`, `describe-lost-changes.ts`: what a person wrote and decided in changes that were lost by a conflict.
 * 6. `kept-open-articles.ts`: articles that left the screen and stay open in main.
 */
export const useOpenReview = create<OpenReview>()(() => ({
  session: null,
  isReopening: getLastArticleId() !== null,
}));

export function currentSession(): Session | null {
  return useOpenReview.getState().session;
}
