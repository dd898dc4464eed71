import { showDraft } from '#renderer/window/state/article/show-article.ts';
import { undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { client } from '#renderer/window/state/base/client.ts';
import { clearErrors, showError, showNotice } from '#renderer/window/state/base/notices.ts';
import { isCancelled, runTask } from '#renderer/window/state/base/tasks.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { saveEdits } from '#renderer/window/state/review/typing.ts';
import type { Input } from '#shared/contract/commands/commands.ts';
import { describeNoneUnread } from '#shared/coverage/describe-coverage.ts';
import type { DraftPreview } from '#shared/drafts/carried-review.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { openQueue } from './queue/queue-navigation.ts';

export type EditedProposal = Pick<Input<'draft.accept'>, 'proposalId' | 'edits'>;

/**
 * Asks main what becomes of the review in a draft. Null when that failed, which was shown, and when the signal cancelled it.
 */
export async function previewDraft(
  session: Session,
  proposal: EditedProposal,
  signal: AbortSignal,
): Promise<DraftPreview | null> {
  clearErrors('draft');
  const compare = async (taskId: string) => {
    if (!(await saveEditsForDraft(session)) || isCancelled(taskId)) return null;
    const { articleId } = session;
    const answer = await client.call('draft.preview', { taskId, articleId, ...proposal });
    if (!answer.ok) showError(answer.error.message, 'draft');
    return answer.ok ? answer.value : null;
  };
  return runTask('Comparing the drafts', compare, { signal });
}

type PreviewedReading = Pick<DraftPreview, 'coverage' | 'droppedDismissals'>;

/** The end of a notice: " 12 sentences are not looked at yet. 3 sentences that were set aside changed or are gone." */
function describeNotLookedAt({ coverage, droppedDismissals }: PreviewedReading): string {
  const { notLookedAt } = coverage;
  if (notLookedAt === 0) return ` ${describeNoneUnread(coverage)}`;
  const isOne = notLookedAt === 1;
  const wasOne = droppedDismissals === 1;
  const reason =
    droppedDismissals === 0
      ? ''
      : ` ${formatCount(droppedDismissals, 'sentence')} that ${wasOne ? 'was' : 'were'} set aside changed or ${wasOne ? 'is' : 'are'} gone.`;
  return ` ${formatCount(notLookedAt, 'sentence')} ${isOne ? 'is' : 'are'} not looked at yet.${reason}`;
}

/**
 * Adds the next draft, shows it, opens the queue of claims that need review, and offers to undo that. False when it was not added,
 * which was shown, and when the signal cancelled it.
 */
export async function addDraft(
  session: Session,
  proposal: EditedProposal,
  preview: PreviewedReading,
  signal: AbortSignal,
): Promise<boolean> {
  const add = async (taskId: string) => {
    if (!(await saveEditsForDraft(session)) || isCancelled(taskId)) return null;
    const { articleId } = session;
    return client.call('draft.accept', { taskId, articleId, ...proposal });
  };
  const answer = await runTask('Adding the draft', add, { signal });
  if (answer?.ok === false) showError(answer.error.message, 'draft');
  if (!answer?.ok || !answer.value) return false;
  await showNewestDraft(describeNotLookedAt(preview));
  return true;
}

/** Shows the draft that was just added, and its queue, and offers to undo it. `more` ends the notice. */
export async function showNewestDraft(more = ''): Promise<void> {
  if (!(await showDraft(null))) return;
  const session = currentSession();
  if (!session) return;
  openQueue();
  showNotice(`Draft ${session.draft.number} was added.${more}`, undoAction);
}

/** Main reads the review from the disk, so all edits have to be there. False after an error was shown. */
async function saveEditsForDraft(session: Session): Promise<boolean> {
  if (await saveEdits(session)) return true;
  showError(
    'The draft can’t be added while saving fails. Your edits are kept here; import it again once they are saved.',
    'saving',
  );
  return false;
}
