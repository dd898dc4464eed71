import { showError } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { isCancelled } from '../../state/tasks';
import { saveEdits } from '../../state/typing';

/**
 * Saves the last edits, because main makes reports from the disk. False when the task was cancelled in the meantime, or when
 * saving fails, which is shown.
 */
export async function saveEditsForReport(
  session: Session,
  taskId: string,
  use: 'exported' | 'printed',
): Promise<boolean> {
  const isSaved = await saveEdits(session);
  if (isCancelled(taskId)) return false;
  if (!isSaved)
    showError(
      `The last edits are not saved yet, so no report was ${use}. They are kept here; try again once they are saved.`,
      'saving',
    );
  return isSaved;
}
