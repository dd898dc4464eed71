import { useEffect, useState } from 'react';
import type { ReportChoices } from '../../../shared/domain/report-options';
import { joinList } from '../../../shared/text/format/join-list';
import { client } from '../../state/client';
import { clearErrors, showError, showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { runTask } from '../../state/tasks';
import { saveEditsForReport } from './save-edits-for-report';

/** Saves the report of a review as a file. Closing the dialog cancels that. */
export function useExport(session: Session) {
  const [isBusy, setIsBusy] = useState(false);
  const [closing] = useState(() => new AbortController());
  const { signal } = closing;
  useEffect(
    () => () => {
      closing.abort();
      clearErrors('export');
    },
    [closing],
  );

  /** True when the report was saved and the dialog is still open. False when it was cancelled or failed, which was shown. */
  const save = async (choices: ReportChoices, confirmed: readonly string[]): Promise<boolean> => {
    setIsBusy(true);
    clearErrors('export');
    const exportReport = async (taskId: string) => {
      if (!(await saveEditsForReport(session, taskId, 'exported'))) return null;
      return client.call('report.export', {
        ...{ taskId, articleId: session.articleId, choices },
        confirmed: [...confirmed],
      });
    };
    const answer = await runTask('Exporting the report', exportReport, { signal });
    setIsBusy(false);
    if (answer?.ok === false) showError(answer.error.message, 'export');
    if (!answer?.ok || !answer.value) return false;
    const { fileName, furtherNames, reportId } = answer.value;
    showNotice(
      `Report saved as ${joinList([fileName, ...furtherNames])}.`,
      { label: 'Open', run: () => void openReport(reportId) },
      { label: 'Show in folder', run: () => void showInFolder(reportId) },
    );
    return !signal.aborted;
  };

  return { isBusy, save };
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
