import { useEffect, useRef, useState } from 'react';
import type { ReportChoices } from '../../../shared/domain/report-options';
import { client } from '../../state/client';
import { mention, say, settleProblems } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { finishTyping } from '../../state/review/typing';
import { cancelTask, runTask } from '../../state/tasks';
import { useIsLeft } from '../../ui/dialog/use-is-left';

async function openReport(reportId: string): Promise<void> {
  settleProblems('opening');
  const answer = await client.call('report.open', { reportId });
  if (!answer.ok) say(answer.error.message, 'opening');
  else if (answer.value.shown === 'folder')
    mention('No program opened the report. It is shown in its folder.');
}

async function showReport(reportId: string): Promise<void> {
  settleProblems('opening');
  const answer = await client.call('report.showInFolder', { reportId });
  if (!answer.ok) say(answer.error.message, 'opening');
}

/** Saves the report of a review, and cancels that when the reviewer asks for it. */
export function useExport(session: Session) {
  const [busy, setBusy] = useState(false);
  const task = useRef<string | null>(null);
  const isLeft = useIsLeft();
  useEffect(() => () => settleProblems('export'), []);

  /** True when a file was written and the reviewer knows. False when it was cancelled, or the reviewer knows why not. */
  const save = async (choices: ReportChoices): Promise<boolean> => {
    finishTyping();
    settleProblems('export');
    setBusy(true);
    const saved = await session.settled();
    if (isLeft.current) return false;
    if (!saved) {
      setBusy(false);
      say(
        'The last edits are not saved yet, so no report was written. They are kept here; try again then.',
        'saving',
      );
      return false;
    }
    const answer = await runTask('Exporting the report', (taskId) => {
      task.current = taskId;
      return client.call('report.export', { taskId, articleId: session.articleId, choices });
    });
    task.current = null;
    setBusy(false);
    if (!answer.ok) say(answer.error.message, 'export');
    if (!answer.ok || !answer.value) return false;
    const { fileName, reportId } = answer.value;
    mention(
      `Report saved as ${fileName}.`,
      { label: 'Open', run: () => void openReport(reportId) },
      { label: 'Show in folder', run: () => void showReport(reportId) },
    );
    return !isLeft.current;
  };

  const cancel = () => {
    if (task.current !== null) cancelTask(task.current);
  };

  return { busy, save, cancel };
}
