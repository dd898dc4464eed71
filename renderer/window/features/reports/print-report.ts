import { client } from '#renderer/window/state/base/client.ts';
import { clearErrors, showError, showNotice } from '#renderer/window/state/base/notices.ts';
import { isCancelled, runTask } from '#renderer/window/state/base/tasks.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import type { ReportChoices } from '#shared/domain/settings/report-options.ts';
import { askAboutLeaks } from './export-draft.ts';
import { saveEditsForReport } from './export-report.ts';
import { describeOptions, readersInSentence } from './option-labels.ts';

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
    const remembered = await client.call('report.choices', { articleId: session.articleId });
    if (!remembered.ok) {
      showError(remembered.error.message, 'report');
      return;
    }
    const { choices } = remembered.value;
    // The system's dialog does not say for whom the report is, so the status bar below it does.
    await runTask(`Printing the report for ${readersInSentence[choices.options.reader]}`, (taskId) =>
      print({ session, choices, taskId, confirmed }),
    );
  } finally {
    isPrinting = false;
  }
}

interface Print {
  session: Session;
  /** The remembered choices, by which main prints. */
  choices: ReportChoices;
  taskId: string;
  confirmed: readonly string[];
}

async function print({ session, choices: { options }, taskId, confirmed }: Print): Promise<void> {
  if (!(await saveEditsForReport(session, taskId, 'printed'))) return;
  const { articleId } = session;
  const answer = await client.call('report.print', { taskId, articleId, confirmed: [...confirmed] });
  if (answer.ok) {
    const shown = describeOptions({ format: 'pdf', options });
    if (answer.value?.printed)
      showNotice(`Report printed for ${readersInSentence[options.reader]}. ${shown}.`);
    return;
  }
  if (answer.error.code === 'confidential' && (await askBeforePrinting(session, taskId, options))) return;
  showError(answer.error.message, 'report');
}

/** Opens the dialog that lists the leaks of the report. False when its text has none, so that only the pages have one. */
async function askBeforePrinting(
  session: Session,
  taskId: string,
  options: ReportChoices['options'],
): Promise<boolean> {
  const choices = { format: 'pdf', options } as const;
  const preview = await client.call('report.preview', { taskId, articleId: session.articleId, choices });
  if (isCancelled(taskId)) return true;
  if (!preview.ok || !preview.value || preview.value.leaks.length === 0) return false;
  askAboutLeaks({
    use: 'print',
    leaks: preview.value.leaks,
    onConfirmed: (confirmed) => void printReport(session, confirmed),
  });
  return true;
}
