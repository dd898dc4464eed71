import { type ClaimStatus, claimStatuses } from '#shared/domain/base/verdict.ts';
import { formatNumber, nameStatus } from '#shared/reports/base/own-values.ts';
import { own } from '#shared/reports/base/report-text.ts';
import { html, joinHtml, type SafeHtml } from '#shared/reports/base/safe-html.ts';
import type { Report } from '../model/report-model.ts';
import { renderArticleHtml } from './article.ts';
import { renderClaimsHtml, renderUnplacedHtml } from './claims.ts';
import {
  buildFontFaces,
  buildReaderLineStyles,
  formatFileTitle,
  type ReportFonts,
  renderHeaderHtml,
  renderPage,
  renderReaderLineHtml,
  renderSummaryHtml,
} from './page.ts';
import { renderCoverageHtml, renderQueriesHtml } from './reading.ts';
import { renderSourcesHtml } from './sources.ts';
import { buildStyleSheet, type PageMedium } from './style-sheet.ts';

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
 * Renders the choice of a status: one radio button each, which the style sheet acts on (`style-sheet.ts`). Nothing when there is
 * nothing to choose. It is hidden unless the browser knows the selectors that it needs, so that other readers, and those without styles,
 * get all claims and no dead buttons.
 */
function renderFilterHtml(report: Filtered): SafeHtml | null {
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

/** Renders the lists below the claims: claims without a place, queries, what was not looked at, then the sources. */
function renderLists(report: Report): SafeHtml {
  const unplaced = report.unplaced.map((group) => renderUnplacedHtml(group, report));
  const sources = html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>\n${renderSourcesHtml(report)}</section>`;
  const reading = [renderQueriesHtml(report), renderCoverageHtml(report)].filter((list) => list !== null);
  return joinHtml([...unplaced, ...reading, ...(report.sources.length === 0 ? [] : [sources])], '\n');
}

/**
 * Renders a report as one HTML file that needs nothing else: no script, no request. The same report and fonts give the same bytes. The file
 * has to be written as UTF-8.
 */
export function renderHtml(report: Report, fonts: ReportFonts, medium: PageMedium = 'screen'): string {
  const body = html`${renderReaderLineHtml(report)}${renderHeaderHtml(report)}
<main>
${renderSummaryHtml(report)}
${medium === 'screen' ? renderFilterHtml(report) : null}
<div class="columns">
${renderArticleHtml(report)}
<div class="lists">
${renderClaimsHtml(report)}
${renderLists(report)}
</div>
</div>
</main>
<footer>Made with Stet. This file is complete: it loads nothing from the network and runs no scripts.</footer>`;
  return renderPage({
    title: formatFileTitle(report, own('fact-check report')),
    styles: [buildFontFaces(fonts, medium), buildStyleSheet(medium), buildReaderLineStyles(report)],
    body,
  });
}
