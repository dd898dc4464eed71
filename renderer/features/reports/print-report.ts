import { client } from '../../state/client';
import { clearErrors, showError, showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { runTask } from '../../state/tasks';
import { saveEditsForReport } from './save-edits-for-report';

let isPrinting = false;

/** Prints the report with the choices of the last export, through the system's print dialog. */
export async function printReport(session: Session): Promise<void> {
  // The system shows one print dialog at a time, so a second request means the same.
  if (isPrinting) return;
  isPrinting = true;
  try {
    clearErrors('printing');
    await runTask('Printing the report', (taskId) => print(session, taskId));
  } finally {
    isPrinting = false;
  }
}

async function print(session: Session, taskId: string): Promise<void> {
  if (!(await saveEditsForReport(session, taskId, 'printed'))) return;
  const answer = await client.call('report.print', { taskId, articleId: session.articleId });
  if (!answer.ok) showError(answer.error.message, 'printing');
  else if (answer.value?.printed) showNotice('Report printed.');
}
