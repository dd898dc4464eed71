import { client } from '../../state/client';
import { openDialog } from '../../state/dialogs';
import { clearErrors, showError, showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { runTask } from '../../state/tasks';
import { saveEditsForReport } from './save-edits-for-report';
import { showSavedReport } from './show-saved-report';

let isExporting = false;

/**
 * Repeats the article's last export without a dialog. The export dialog opens when no export is known, when the last report
 * was for lawyers, and when something has to be decided about possible leaks.
 */
export async function exportAgain(session: Session): Promise<void> {
  if (isExporting) return;
  isExporting = true;
  try {
    clearErrors('report');
    await runTask('Exporting the report', (taskId) => repeat(session, taskId));
  } finally {
    isExporting = false;
  }
}

async function repeat(session: Session, taskId: string): Promise<void> {
  if (!(await saveEditsForReport(session, taskId, 'exported'))) return;
  const answer = await client.call('report.exportAgain', { taskId, articleId: session.articleId });
  if (!answer.ok) {
    if (answer.error.code === 'confidential') openDialog('export');
    showError(answer.error.message, 'report');
    return;
  }
  if (!answer.value) return;
  if (answer.value.state === 'saved') {
    showSavedReport(answer.value, answer.value.choices);
    return;
  }
  if (answer.value.why === 'legal')
    showNotice('The last report was for legal review, which is not repeated. Choose whom this one is for.');
  openDialog('export');
}
