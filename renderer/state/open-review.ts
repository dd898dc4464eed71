import { create } from 'zustand';
import type { Failure } from '../../shared/contract/result';
import { client } from './client';
import { forgetMentions, mention, say } from './notices';
import { resetView } from './review-view';
import { createSession, type Session } from './session';
import { finishTyping } from './typing';

interface OpenReview {
  session: Session | null;
  opening: boolean;
}

/** The review on the screen; none while the library is shown. */
export const useOpenReview = create<OpenReview>()(() => ({ session: null, opening: false }));

export function currentSession(): Session | null {
  return useOpenReview.getState().session;
}

function outOfStep(articleId: string, failure: Failure): void {
  say(
    `That edit did not fit the article as it is stored, so the article was loaded again. Everything saved is there; please look at your last edit. (${failure.message})`,
  );
  void load(articleId);
}

async function load(articleId: string): Promise<boolean> {
  useOpenReview.setState({ opening: true });
  const answer = await client.call('review.open', { articleId });
  if (!answer.ok) {
    useOpenReview.setState({ opening: false });
    say(answer.error.message);
    return false;
  }
  for (const problem of answer.value.problems) say(problem);
  const session = createSession(articleId, answer.value, {
    client,
    outOfStep: (failure) => outOfStep(articleId, failure),
  });
  useOpenReview.setState({ session, opening: false });
  return true;
}

/** Shows an article, after the one on the screen was put away. */
export async function showArticle(articleId: string): Promise<void> {
  if (!(await leaveArticle())) return;
  resetView();
  await load(articleId);
}

/**
 * Puts the article away: what is being typed becomes a change, and everything is on the disk. False, with the article
 * still on the screen, while saving is failing.
 */
export async function leaveArticle(): Promise<boolean> {
  const session = currentSession();
  if (!session) return true;
  finishTyping();
  if (!(await session.settled())) {
    mention('This article stays open until its last edits are saved.');
    return false;
  }
  forgetMentions();
  useOpenReview.setState({ session: null });
  const answer = await client.call('review.close', { articleId: session.articleId });
  if (!answer.ok) say(answer.error.message);
  return true;
}
