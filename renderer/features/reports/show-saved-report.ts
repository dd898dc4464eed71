import type { Output } from '../../../shared/contract/commands/commands';
import { joinList } from '../../../shared/text/format/join-list';
import { client } from '../../state/client';
import { clearErrors, showError, showNotice } from '../../state/notices';

type SavedReport = Pick<NonNullable<Output<'report.export'>>, 'fileName' | 'furtherNames' | 'reportId'>;

/** Says that a report was saved, with buttons that open it or show it in its folder. */
export function showSavedReport({ fileName, furtherNames, reportId }: SavedReport): void {
  showNotice(
    `Report saved as ${joinList([fileName, ...furtherNames])}.`,
    { label: 'Open', run: () => void openReport(reportId) },
    { label: 'Show in folder', run: () => void showInFolder(reportId) },
  );
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
