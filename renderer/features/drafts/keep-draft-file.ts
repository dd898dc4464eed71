import type { DraftRow } from '../../../shared/domain/draft/draft';
import { getExtension } from '../../../shared/import/file-signatures';
import { reloadArticle } from '../../state/article/show-article';
import { client } from '../../state/client';
import { clearErrors, showError, showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { runTask } from '../../state/tasks';
import { saveEdits } from '../../state/typing/save-edits';

const wordExtensions = new Set(['docx', 'docm', 'dotx', 'dotm']);

/** Whether a draft was read from a Word file that is not kept: an earlier version of Stet kept none. */
export function lacksWordFile({ origin }: DraftRow): boolean {
  return origin.kind === 'file' && origin.sha256 === null && wordExtensions.has(getExtension(origin.name));
}

/** Asks for the Word file of a draft. Resolves to null when none was chosen, or after an error was shown. */
async function chooseFile() {
  const answer = await client.call('import.choose', null);
  if (!answer.ok) showError(answer.error.message, 'draft');
  const [first = null, ...others] = answer.ok ? (answer.value ?? []) : [];
  for (const { fileId } of others) await client.call('import.discard', { fileId });
  return first;
}

/** Keeps the Word file that a draft was read from, if its text is that of the draft. Says what happened. */
export async function keepDraftFile(session: Session, { id: draftId, number }: DraftRow): Promise<void> {
  clearErrors('draft');
  const file = await chooseFile();
  if (!file) return;
  const { fileId, name } = file;
  const { articleId } = session;
  if (!(await saveEdits(session))) {
    await client.call('import.discard', { fileId });
    showError(
      'The file can’t be kept until your last edits are saved. Nothing was changed; try again then.',
      'saving',
    );
    return;
  }
  const answer = await runTask('Reading the Word file', (taskId) =>
    client.call('draft.keepFile', { taskId, articleId, draftId, fileId }),
  );
  if (!answer.ok) return showError(answer.error.message, 'draft');
  if (!answer.value) return;
  await reloadArticle(articleId);
  showNotice(`“${name}” is kept with draft ${number}.`);
}
