import { useEffect, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { clearErrors, showError, showNotice } from '#renderer/window/state/base/notices.ts';
import { isCancelled, runTask } from '#renderer/window/state/base/tasks.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { saveEdits } from '#renderer/window/state/review/typing.ts';
import type { Output } from '#shared/contract/commands/commands.ts';
import { type ReportChoices, reportFormatTraits } from '#shared/domain/settings/report-options.ts';
import { joinList } from '#shared/text/format/wording.ts';
import { describeOptions, readersInSentence } from './option-labels.ts';

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

type SavedReport = Omit<NonNullable<Output<'report.export'>>, 'at'>;

/**
 * Says that a report was saved, with buttons that open it or show it in its folder. A repeated one was made without a dialog, so the
 * notice also says what it replaced, and by which choices it was made.
 */
function showSavedReport(report: SavedReport, repeated?: ReportChoices): void {
  const { reportId } = report;
  const saved = `${describePlace(report)}${repeated ? `: ${describeChoices(repeated)}` : ''}.`;
  showNotice(
    saved,
    { label: 'Open', run: () => void openReport(reportId) },
    { label: 'Show in folder', run: () => void showInFolder(reportId) },
  );
}

function describePlace({ fileName, furtherNames, place }: SavedReport): string {
  const names = joinList([fileName, ...furtherNames]);
  if (place === 'beside')
    return `The last report was changed since and is left as it is. Report saved as ${names}`;
  return place === 'again' ? `Report saved again as ${names}` : `Report saved as ${names}`;
}

/** Says for whom a report is and what it shows, such as “PDF for an editor. All claims, with notes, APA, A4, galley”. */
function describeChoices(choices: ReportChoices): string {
  const { format, options } = choices;
  return `${reportFormatTraits[format].label} for ${readersInSentence[options.reader]}. ${describeOptions(choices)}`;
}

async function openReport(reportId: string): Promise<void> {
  clearErrors('opening');
  const answer = await client.call('report.open', { reportId });
  if (!answer.ok) showError(answer.error.message, 'opening');
  else if (answer.value.shown === 'folder')
    showNotice('No program opened the report. It is shown in its folder.');
}

async function showInFolder(reportId: string): Promise<void> {
  clearErrors('opening');
  const answer = await client.call('report.showInFolder', { reportId });
  if (!answer.ok) showError(answer.error.message, 'opening');
}

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

/** Saves the report of a review as a file. Closing the dialog cancels that. */
export function useExport(session: Session) {
  const [isBusy, setIsBusy] = useState(false);
  const [closing] = useState(() => new AbortController());
  const { signal } = closing;
  useEffect(
    () => () => {
      closing.abort();
      clearErrors('report');
    },
    [closing],
  );

  /** True when the report was saved and the dialog is still open. False when it was cancelled or failed, which was shown. */
  const save = async (choices: ReportChoices, confirmed: readonly string[]): Promise<boolean> => {
    setIsBusy(true);
    clearErrors('report');
    const exportReport = async (taskId: string) => {
      if (!(await saveEditsForReport(session, taskId, 'exported'))) return null;
      return client.call('report.export', {
        taskId,
        articleId: session.articleId,
        choices,
        confirmed: [...confirmed],
      });
    };
    const answer = await runTask('Exporting the report', exportReport, { signal });
    setIsBusy(false);
    if (answer?.ok === false) showError(answer.error.message, 'report');
    if (!answer?.ok || !answer.value) return false;
    showSavedReport(answer.value);
    return !signal.aborted;
  };

  return { isBusy, save };
}
