import { queueOf } from '../../../shared/domain/review/queue';
import type { CarriedReview } from '../../../shared/drafts/carry-review';
import type { DraftProposal } from '../../../shared/import/proposal';
import { client } from '../../state/client';
import { mention, say, settleProblems } from '../../state/notices';
import { currentSession, showDraft } from '../../state/review/open-review';
import { goToQueued, useReviewView } from '../../state/review/review-view';
import type { Session } from '../../state/review/session';
import { finishTyping } from '../../state/review/typing';
import { cancelTask, runTask } from '../../state/tasks';

/** Whether everything that was done is on the disk, from which drafts are compared. Says so when not. */
async function isSaved(session: Session): Promise<boolean> {
  finishTyping();
  if (await session.settled()) return true;
  say(
    'The draft can’t be taken while saving fails. Your edits are kept here; import it again once they are saved.',
    'saving',
  );
  return false;
}

/**
 * What would become of the review in this draft; null when that can't be told, and it was said why, or when it was called
 * off by the signal.
 */
export async function previewDraft(
  session: Session,
  proposal: DraftProposal,
  signal: AbortSignal,
): Promise<CarriedReview | null> {
  settleProblems('draft');
  if (!(await isSaved(session)) || signal.aborted) return null;
  return runTask('Comparing the drafts', async (taskId) => {
    signal.addEventListener('abort', () => cancelTask(taskId), { once: true });
    const { articleId } = session;
    const answer = await client.call('draft.preview', { taskId, articleId, proposal });
    if (!answer.ok) say(answer.error.message, 'draft');
    return answer.ok ? answer.value : null;
  });
}

/**
 * Makes it the next draft and shows it, and the claims that need a look one by one; false when it was not taken, or was called
 * off by the signal.
 */
export async function acceptDraft(
  session: Session,
  proposal: DraftProposal,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(await isSaved(session)) || signal.aborted) return false;
  const { articleId } = session;
  const answer = await runTask('Adding the draft', (taskId) => {
    signal.addEventListener('abort', () => cancelTask(taskId), { once: true });
    return client.call('draft.accept', { taskId, articleId, proposal });
  });
  if (!answer.ok) say(answer.error.message, 'draft');
  if (!answer.ok || !answer.value) return false;
  await showNewest();
  return true;
}

/** Shows the draft that was added, and what waits in it. */
export async function showNewest(): Promise<void> {
  if (!(await showDraft(null))) return;
  const session = currentSession();
  if (!session) return;
  openQueue();
  mention(`Draft ${session.draft.number} was added. One undo takes it back.`);
}

/** Goes through the claims that wait in the draft on the screen, if there are any; from one of them on. */
export function openQueue(placementId?: string): void {
  const session = currentSession();
  if (!session || session.isPast) return;
  const waiting = queueOf(session.review, session.draft);
  if (waiting.length === 0) return;
  const placementIds = waiting.map(({ placement }) => placement.id);
  const claimIds = waiting.map(({ claim }) => claim.id);
  const at = Math.max(0, placementIds.indexOf(placementId ?? ''));
  useReviewView.setState({ queue: { placementIds, claimIds, at, attaching: false }, selection: null });
  goToQueued(at);
}
