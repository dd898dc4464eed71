import { client } from '../base/client.ts';
import { clearErrors, clearNotices, showError, showNotice, showNoticesFor } from '../base/notices.ts';
import { getReadingPosition, isPositionInView } from '../base/reading-positions.ts';
import { getTasksOnArticle } from '../base/tasks.ts';
import { loadLibrary, useLibrary } from '../library/library.ts';
import {
  currentSession,
  getLastArticleId,
  isKeptOpen,
  saveLastArticleId,
  useOpenReview,
} from '../review/open-review.ts';
import type { Session } from '../review/session.ts';
import { saveEdits } from '../review/typing.ts';
import { resetReviewView } from '../view/review-view.ts';
import { getVisibleSpan } from '../view/viewport.ts';
import {
  cancelLoading,
  type LoadCallbacks,
  loadReview,
  reloadAfterConflict,
  reloadReview,
  waitForLoading,
} from './load-review.ts';

/** Shows an article after leaving the one on the screen. False when it is not shown. */
export async function showArticle(articleId: string): Promise<boolean> {
  if (!(await leaveArticle())) return false;
  resetReviewView();
  return loadReview({ articleId, draftId: null, readFrom: null, ...loadCallbacks(articleId) });
}

/** Shows another draft of the article on the screen, or the newest for null. False when it is not shown. */
export async function showDraft(draftId: string | null): Promise<boolean> {
  const session = currentSession();
  if (!session) return false;
  const stays = 'This draft stays on the screen';
  if (draftId !== null && isTaskRunning(stays)) return false;
  if (!(await areEditsSaved(session, stays)) || currentSession() !== session) return false;
  const { articleId, draft, isPast } = session;
  const visible = getVisibleSpan();
  const position = getReadingPosition(articleId, draft.id) ?? 0;
  // Not always the first line in view: a draft that was shown from its last lines comes back to the same line.
  const offset = visible && !isPositionInView(articleId, draft.id, visible) ? visible.start : position;
  resetReviewView();
  // A refusal of the older draft no longer matters.
  clearErrors('step');
  if (isPast) clearNotices();
  const readFrom = { draft, offset };
  return loadReview({ articleId, draftId, readFrom, ...loadCallbacks(articleId) });
}

/**
 * Loads the article on the screen again, or the one that is about to be shown, because main added changes to it. Edits that are
 * not saved yet go on.
 */
export async function reloadArticle(articleId: string): Promise<void> {
  // A load in progress may have read the article before the changes.
  await waitForLoading(articleId);
  const session = currentSession();
  if (session?.articleId === articleId) await reloadReview(session, loadCallbacks(articleId));
}

function loadCallbacks(articleId: string): LoadCallbacks {
  return {
    onDraftsChanged: showNewestDraft,
    onConflict: (session, failure, dropped) =>
      void reloadAfterConflict(session, loadCallbacks(articleId), failure, dropped),
  };
}

function showNewestDraft(): void {
  void showDraft(null);
}

/** Shows the library instead of the article. False, with the article still on the screen, while saving is failing. */
export async function leaveArticle(): Promise<boolean> {
  const session = currentSession();
  if (!session) return true;
  const stays = 'This article stays open';
  if (isTaskRunning(stays) || !(await areEditsSaved(session, stays))) return false;
  cancelLoading();
  clearNotices();
  showNoticesFor(null);
  useOpenReview.setState({ session: null });
  saveLastArticleId(null);
  // A half-filled form has files that no change names yet. Main closes the article when the window closes.
  if (isKeptOpen(session.articleId)) return true;
  const answer = await client.call('review.close', { articleId: session.articleId });
  if (!answer.ok) showError(answer.error.message, 'article');
  return true;
}

/** Whether a task needs the article to stay; `stays` begins the message that is shown then. */
function isTaskRunning(stays: string): boolean {
  const [task] = getTasksOnArticle();
  if (task) showNotice(`${stays} until “${task.label}” is done. Wait, or cancel it below.`);
  return task !== undefined;
}

/** Whether all edits are on the disk; `stays` begins the message that is shown otherwise. */
async function areEditsSaved(session: Session, stays: string): Promise<boolean> {
  const isSaved = await saveEdits(session);
  if (!isSaved) showNotice(`${stays} until its last edits are saved.`);
  return isSaved;
}

/** Shows the article that was on the screen when the window closed, if it is still in the library. */
export async function reopenLastArticle(): Promise<void> {
  const articleId = getLastArticleId();
  if (articleId !== null) {
    // Forgotten until it is shown, so that an article that can't be shown does not hide the library at each start.
    saveLastArticleId(null);
    await loadLibrary();
    const { articles } = useLibrary.getState();
    if (articles?.some(({ id, binnedAt }) => id === articleId && binnedAt === null))
      await showArticle(articleId);
  }
  useOpenReview.setState({ isReopening: false });
}
