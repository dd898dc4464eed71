import { create } from 'zustand';
import type { Failure } from '../../../shared/contract/result';
import type { Draft } from '../../../shared/domain/draft';
import type { ProposedChange } from '../../../shared/domain/history/change';
import { samePlace } from '../../../shared/drafts/same-place';
import { shownNumber } from '../../../shared/text/format/format-number';
import { client } from '../client';
import { forgetMentions, mention, say, settleProblems, showNoticesOf } from '../notices';
import { spanInView } from '../reading/reading';
import { keepPlace, keptPlace } from '../reading/reading-places';
import { tasksOnArticle } from '../tasks';
import { wordsIn } from '../words-in';
import { isHeld } from './held-articles';
import { keepLastArticle, lastArticle } from './last-article';
import { resetView } from './review-view';
import { createSession, type Session } from './session';
import { finishTyping } from './typing';

interface OpenReview {
  /** The review on the screen; none while the library is shown. */
  session: Session | null;
  /** Whether the article that was open last is about to be shown, at the start. */
  isReopening: boolean;
}

export const useOpenReview = create<OpenReview>()(() => ({
  session: null,
  isReopening: lastArticle() !== null,
}));

export function currentSession(): Session | null {
  return useOpenReview.getState().session;
}

/** Counts what was asked to be shown: only the answer to the last of it is. */
let turn = 0;

async function outOfStep(session: Session, failure: Failure, dropped: ProposedChange[]): Promise<void> {
  const isShown = currentSession() === session;
  if (isShown && !(await load(session.articleId))) return;
  const lost = dropped.length === 1 ? 'Your last edit' : `Your last ${shownNumber(dropped.length)} edits`;
  const words = wordsIn(dropped);
  say(
    `${lost} did not fit the article as it is stored, so it was ${isShown ? 'loaded again' : 'not taken'}. Everything saved is there. ${failure.message}` +
      (words === '' ? '' : ` You had written: ${words}`),
  );
}

/**
 * Shows an article: its newest draft, or an older one, which can only be looked at. Reading goes on at the line of the draft
 * that was on the screen, where there was one.
 */
async function load(
  articleId: string,
  draftId: string | null = null,
  from: { draft: Draft; line: number } | null = null,
): Promise<boolean> {
  turn += 1;
  const mine = turn;
  settleProblems('article');
  const answer = await client.call('review.open', { articleId });
  const past = draftId === null ? null : await client.call('draft.read', { articleId, draftId });
  if (mine !== turn) return false;
  const failed = [answer, past].find((one) => one?.ok === false);
  if (failed?.ok === false) say(failed.error.message, 'article');
  if (!answer.ok || past?.ok === false) return false;
  showNoticesOf(articleId);
  for (const problem of answer.value.problems) say(problem);
  const draft = past?.value ?? answer.value.draft;
  const readOnly = answer.value.readOnly || draft !== answer.value.draft;
  const session: Session = createSession(
    articleId,
    { ...answer.value, draft, readOnly },
    {
      client,
      outOfStep: (failure, dropped) => void outOfStep(session, failure, dropped),
      refused: (message) => say(message, 'step'),
      stepped: () => {
        forgetMentions();
        settleProblems('step');
      },
      redrafted: () => void showDraft(null),
    },
  );
  session.subscribe('saving', () => {
    if (session.saving().state === 'saved') settleProblems('saving');
  });
  // The top stays the top, whatever another draft begins with.
  if (from && from.draft.id !== draft.id)
    keepPlace(articleId, draft.id, from.line === 0 ? null : samePlace(from.draft, from.line, draft));
  useOpenReview.setState({ session });
  keepLastArticle(articleId);
  return true;
}

/** Shows an article, after the one on the screen was put away; false when it is not shown. */
export async function showArticle(articleId: string): Promise<boolean> {
  if (!(await leaveArticle())) return false;
  resetView();
  return load(articleId);
}

/**
 * Shows another draft of the article on the screen, or with null the newest; false when it is not shown. Whatever is being
 * typed becomes a change first.
 */
export async function showDraft(draftId: string | null): Promise<boolean> {
  const session = currentSession();
  if (!session) return false;
  const [task] = tasksOnArticle();
  if (task && draftId !== null) {
    mention(`This draft stays on the screen until “${task.label}” is done. Wait, or cancel it below.`);
    return false;
  }
  finishTyping();
  if (!(await session.settled())) {
    mention('This draft stays on the screen until its last edits are saved.');
    return false;
  }
  if (currentSession() !== session) return false;
  const { articleId, draft } = session;
  const line = spanInView()?.start ?? keptPlace(articleId, draft.id) ?? 0;
  resetView();
  return load(articleId, draftId, { draft, line });
}

/**
 * Puts the article away: what is being typed becomes a change, and everything is on the disk. False, with the article
 * still on the screen, while saving is failing.
 */
export async function leaveArticle(): Promise<boolean> {
  const session = currentSession();
  if (!session) return true;
  const [task] = tasksOnArticle();
  if (task) {
    mention(`This article stays open until “${task.label}” is done. Wait, or cancel it below.`);
    return false;
  }
  finishTyping();
  if (!(await session.settled())) {
    mention('This article stays open until its last edits are saved.');
    return false;
  }
  turn += 1;
  forgetMentions();
  showNoticesOf(null);
  useOpenReview.setState({ session: null });
  keepLastArticle(null);
  // A half-filled form has files that no change names yet. Main lets go of the article at the end all the same.
  if (isHeld(session.articleId)) return true;
  const answer = await client.call('review.close', { articleId: session.articleId });
  if (!answer.ok) say(answer.error.message, 'article');
  return true;
}
