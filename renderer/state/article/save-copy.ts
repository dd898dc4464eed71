import { formatCount } from '../../../shared/text/format/numbers';
import { client } from '../client';
import { clearErrors, showError, showNotice } from '../notices';
import { runTask } from '../tasks';
import { commitTyping } from '../typing/commit-typing';
import { currentSession } from './open-review';

/**
 * Saves a copy of the article on the screen in a folder that main asks for, with the edits that wait because they can't be saved. They
 * go on waiting here as well.
 */
export async function saveArticleCopy(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  clearErrors('copying');
  commitTyping();
  const { articleId } = session;
  const waiting = session.unsaved();
  const answer = await runTask('Saving a copy of the article', (taskId) =>
    client.call('review.saveCopy', { taskId, articleId, waiting: [...waiting] }),
  );
  if (!answer.ok) return showError(answer.error.message, 'copying');
  if (answer.value === null) return;
  const { folder, lostFiles, leftOut } = answer.value;
  const saved = waiting.length - leftOut;
  const edits = saved > 0 ? `, with ${formatCount(saved, 'edit')} that could not be saved here` : '';
  showNotice(
    `A copy of this article${edits} is in ${folder}. To go on in it, choose Settings, “Open another…”. Edits that wait are kept here as well.`,
  );
  const problems = [
    leftOut > 0 && `${formatCount(leftOut, 'edit')} that did not fit the others`,
    lostFiles > 0 && `${formatCount(lostFiles, 'file')} that can’t be read`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) showError(`The copy is without ${problems.join(' and ')}.`, 'copying');
}
