import type { ReportChoices } from '../../../shared/domain/report-options';
import { client } from '../../state/client';
import { clearErrors, showError, showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { isCancelled, runTask } from '../../state/tasks';
import { askAboutLeaks } from './leaks/pending-use';
import { describeOptions, readersInSentence } from './options/option-labels';
import { saveEditsForReport } from './save-edits-for-report';

let isPrinting = false;

/**
 * Prints the report with the choices of the article's last export, through the system's print dialog. When the report may reveal a source,
 * a dialog asks first. `confirmed` has the ids of the possible leaks that were confirmed in it.
 */
export async function printReport(session: Session, confirmed: readonly string[] = []): Promise<void> {
  // The system shows one print dialog at a time, so a second request means the same.
  if (isPrinting) return;
  isPrinting = true;
  try {
    clearErrors('report');
    await runTask('Printing the report', (taskId) => print(session, taskId, confirmed));
  } finally {
    isPrinting = false;
  }
}

async function print(session: Session, taskId: string, confirmed: readonly string[]): Promise<void> {
  if (!(await saveEditsForReport(session, taskId, 'printed'))) return;
  const { articleId } = session;
  const remembered = await client.call('report.choices', { articleId });
  if (isCancelled(taskId)) return;
  // The system's dialog does not say for whom the report is, and this stays beside it.
  if (remembered.ok) showNotice(describePrint(remembered.value.choices));
  const answer = await client.call('report.print', { taskId, articleId, confirmed: [...confirmed] });
  if (answer.ok) {
    if (answer.value?.printed) showNotice('Report printed.');
    return;
  }
  if (answer.error.code === 'confidential' && (await askBeforePrinting(session, taskId))) return;
  showError(answer.error.message, 'report');
}

/** Says for whom a report is printed and what it shows, such as “Printing for the public. All claims, APA, A4.” */
function describePrint({ options }: ReportChoices): string {
  const choices = { format: 'pdf', options } as const;
  return `Printing for ${readersInSentence[options.reader]}. ${describeOptions(choices)}. “Export report” has other choices.`;
}

/** Opens the dialog that lists the leaks of the report. False when its text has none, so that only the pages have one. */
async function askBeforePrinting(session: Session, taskId: string): Promise<boolean> {
  const remembered = await client.call('report.choices', { articleId: session.articleId });
  if (isCancelled(taskId)) return true;
  if (!remembered.ok) return false;
  const choices = { format: 'pdf', options: remembered.value.choices.options } as const;
  const preview = await client.call('report.preview', { taskId, articleId: session.articleId, choices });
  if (isCancelled(taskId)) return true;
  if (!preview.ok || !preview.value || preview.value.leaks.length === 0) return false;
  askAboutLeaks({
    ...{ use: 'print', leaks: preview.value.leaks },
    onConfirmed: (confirmed) => void printReport(session, confirmed),
  });
  return true;
}
