import { currentSession } from '../../state/article/open-review';
import { showError, showNotice } from '../../state/notices';
import { commitTyping } from '../../state/typing/commit-typing';
import { revealEdits } from './reveal-edits';

/** Undoes or redoes a step of the open review and scrolls to what it changed. */
export async function undoOrRedo(command: 'undo' | 'redo'): Promise<void> {
  commitTyping();
  const session = currentSession();
  if (!session) return;
  const answer = await session[command]();
  // The session itself shows another draft after such a step.
  if (answer.ok && answer.value.some(({ table }) => table === 'drafts')) return;
  if (answer.ok) revealEdits(session, answer.value);
  else if (answer.error.code === 'nothing') showNotice(answer.error.message);
  else showError(answer.error.message, answer.error.code === 'notSaved' ? 'saving' : 'step');
}
