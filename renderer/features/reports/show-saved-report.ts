import type { Output } from '../../../shared/contract/commands/commands';
import { type ReportChoices, reportFormatTraits } from '../../../shared/domain/report-options';
import { joinList } from '../../../shared/text/format/wording';
import { client } from '../../state/client';
import { clearErrors, showError, showNotice } from '../../state/notices';
import { describeOptions, readersInSentence } from './options/option-labels';

type SavedReport = Omit<NonNullable<Output<'report.export'>>, 'at'>;

/**
 * Says that a report was saved, with buttons that open it or show it in its folder. A repeated one was made without a dialog, so the
 * notice also says what it replaced, and by which choices it was made.
 */
export function showSavedReport(report: SavedReport, repeated?: ReportChoices): void {
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
