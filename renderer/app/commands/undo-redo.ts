import { nameStep } from '../../../shared/domain/history/action-names';
import { currentSession } from '../../state/article/open-review';
import { showError, showNotice } from '../../state/notices';
import { showNoticeWithSources } from '../../state/step-notices';
import { commitTyping } from '../../state/typing/commit-typing';
import { revealEdits } from './reveal-edits';

const opposite = { undo: 'redo', redo: 'undo' } as const;
const done = { undo: 'Undone', redo: 'Redone' } as const;
const labels = { undo: 'Undo', redo: 'Redo' } as const;

/** Undoes or redoes a step of the open review, scrolls to what it changed and says what it was. */
export async function undoOrRedo(command: 'undo' | 'redo'): Promise<void> {
  commitTyping();
  const session = currentSession();
  if (!session) return;
  // A claim that the step takes away, or brings back, has its number only on one side of it.
  const before = session.outlineById();
  const answer = await session[command]();
  if (!answer.ok) {
    if (answer.error.code === 'nothing') showNotice(answer.error.message);
    else showError(answer.error.message, answer.error.code === 'notSaved' ? 'saving' : 'step');
    return;
  }
  const back = opposite[command];
  const step = back === 'redo' ? session.nextRedo() : session.nextUndo();
  const name = step && nameStep(step, (id) => (session.outlineById().get(id) ?? before.get(id))?.number);
  // The session itself shows another draft after such a step.
  if (!answer.value.some(({ table }) => table === 'drafts')) revealEdits(session, answer.value);
  // After a step that came meanwhile there is no way back to this one.
  if (session.unsavedCount() > 0) return;
  showNoticeWithSources(
    session,
    name ? `${done[command]}: ${name}.` : `${done[command]}.`,
    { label: labels[back], run: () => void undoOrRedo(back) },
    () => void undoOrRedo('undo'),
    answer.value,
  );
}
