import { nanoid } from 'nanoid';
import { useEffect, useRef, useState } from 'react';
import type { ReportChoices } from '../../../shared/reports/options';
import { client } from '../../state/client';
import { say, settleProblems } from '../../state/notices';
import type { Session } from '../../state/session';
import { finishTyping } from '../../state/typing';

/** Saves the report of a review, and calls that off when it takes too long for the reviewer. */
export function useExport(session: Session) {
  const [busy, setBusy] = useState(false);
  const task = useRef<string | null>(null);
  useEffect(() => () => settleProblems('export'), []);

  /** The name of the file that was written; null when there is none: why was said, unless it was called off. */
  const save = async (choices: ReportChoices): Promise<string | null> => {
    finishTyping();
    settleProblems('export');
    setBusy(true);
    const saved = await session.settled();
    if (!saved) {
      setBusy(false);
      say(
        'The last edits are not saved yet, so no report was written. They are kept here; try again then.',
        'saving',
      );
      return null;
    }
    const taskId = nanoid();
    task.current = taskId;
    const answer = await client.call('report.export', { taskId, articleId: session.articleId, choices });
    task.current = null;
    setBusy(false);
    if (!answer.ok) say(answer.error.message, 'export');
    return answer.ok ? (answer.value?.fileName ?? null) : null;
  };

  const cancel = () => {
    if (task.current !== null) void client.call('task.cancel', { taskId: task.current });
  };

  return { busy, save, cancel };
}
