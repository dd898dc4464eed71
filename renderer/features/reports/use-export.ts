import { useEffect, useState } from 'react';
import type { ReportChoices } from '../../../shared/domain/report-options';
import { client } from '../../state/client';
import { clearErrors, showError } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { runTask } from '../../state/tasks';
import { saveEditsForReport } from './save-edits-for-report';
import { showSavedReport } from './show-saved-report';

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
