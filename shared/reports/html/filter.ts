import { type ClaimStatus, claimStatuses } from '../../domain/verdict';
import type { Report } from '../model/report-model';
import { formatNumber, nameStatus } from '../origin/own-values';
import { own } from '../origin/report-text';
import { html, joinHtml, type SafeHtml } from './safe-html';

type Filtered = Pick<Report, 'counts' | 'unplaced' | 'options'>;

/** Counts the entries of each status in the lists of claims. Those of cut claims are no part of the report's counts. */
function countEntries({ counts, unplaced }: Filtered, status: ClaimStatus): number {
  const cut = unplaced.filter(({ state }) => state === 'cut').flatMap(({ claims }) => claims);
  return counts[status] + cut.filter((claim) => claim.status === status).length;
}

function renderChoice(status: ClaimStatus, count: number): SafeHtml {
  const { label, glyph } = nameStatus(status);
  const disabled = count === 0 ? html` disabled` : null;
  return html`<label><input type="radio" name="show" id="show-${own(status)}"${disabled}> <span class="${own(status)}"><span aria-hidden="true">${glyph}</span> ${label}</span> ${formatNumber(count)}</label>`;
}

/**
 * Renders the choice of a status: one radio button each, which the style sheet acts on (`filter-styles.ts`). Nothing when there is
 * nothing to choose. It is hidden unless the browser knows the selectors that it needs, so that other readers, and those without styles,
 * get all claims and no dead buttons.
 */
export function renderFilterHtml(report: Filtered): SafeHtml | null {
  const statuses = claimStatuses.filter((status) => report.options.standings.includes(status));
  const entries = statuses.map((status) => ({ status, count: countEntries(report, status) }));
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  if (total === 0 || statuses.length < 2) return null;
  const choices = entries.map(({ status, count }) => renderChoice(status, count));
  return html`<fieldset class="filter" hidden>
<legend>Show claims</legend>
<label><input type="radio" name="show" id="show-all" checked> All ${formatNumber(total)}</label>
${joinHtml(choices, '\n')}
</fieldset>`;
}
