import { client } from '../../state/client';
import { mention, say, settleProblems } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { finishTyping } from '../../state/review/typing';
import { runTask } from '../../state/tasks';

let isPrinting = false;

/** Prints the report with the choices of the last one; main asks by the system's dialog. */
export async function printReport(session: Session): Promise<void> {
  // The system shows one dialog, and a second press means the same.
  if (isPrinting) return;
  isPrinting = true;
  try {
    finishTyping();
    settleProblems('printing');
    const { articleId } = session;
    if (!(await session.settled())) {
      say(
        'The last edits are not saved yet, so no report was printed. They are kept here; try again then.',
        'saving',
      );
      return;
    }
    const answer = await runTask('Printing the report', (taskId) =>
      client.call('report.print', { taskId, articleId }),
    );
    if (!answer.ok) say(answer.error.message, 'printing');
    else if (answer.value?.printed) mention('Report printed.');
  } finally {
    isPrinting = false;
  }
}
