import { useEffect, useState } from 'react';
import { defaultReportChoices, type ReportChoices } from '../../../shared/domain/report-options';
import { client } from '../../state/client';
import { showError } from '../../state/notices';
import { useSession } from '../../state/review/use-session';
import { getExportDraft } from './leaks/export-draft';

/**
 * The choices with which the export dialog begins: those from before the reviewer went to a claim, else those of the article's last
 * report. Null until main has answered.
 */
export function useFirstChoices(): ReportChoices | null {
  const { articleId } = useSession();
  const [choices, setChoices] = useState<ReportChoices | null>(() => getExportDraft(articleId).choices);
  const isKnown = choices !== null;
  useEffect(() => {
    if (isKnown) return;
    void client.call('report.choices', { articleId }).then((answer) => {
      if (!answer.ok) showError(answer.error.message, 'report');
      setChoices(answer.ok ? answer.value.choices : defaultReportChoices);
    });
  }, [articleId, isKnown]);
  return choices;
}
