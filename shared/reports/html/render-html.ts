import { type ClaimStatus, claimStatuses } from '../../domain/verdict';
import type { Report } from '../model/report-model';
import { formatNumber, nameStatus } from '../origin/own-values';
import { own } from '../origin/report-text';
import { renderArticleHtml } from './article';
import { renderClaimsHtml, renderUnplacedHtml } from './claims';
import { renderCoverageHtml } from './coverage';
import { buildFontFaces, type ReportFonts } from './fonts';
import { renderHeaderHtml, renderSummaryHtml } from './header';
import { buildReaderLineStyles, formatFileTitle, renderPage, renderReaderLineHtml } from './page';
import { renderQueriesHtml } from './queries';
import { html, joinHtml, type SafeHtml } from './safe-html';
import { renderSourcesHtml } from './sources';
import { buildStyleSheet, type PageMedium } from './styles/style-sheet';

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
 * Renders the choice of a status: one radio button each, which the style sheet acts on (`styles/style-sheet.ts`). Nothing when there is
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
 * Renders a report as one HTML file that needs nothing else: no script, no request. Its parts, from top to bottom:
 *
 *     page.ts                   the file around its parts, and the line of a report for lawyers
 *     styles/, fonts.ts         the style sheet and the embedded fonts
 *     header.ts                 title, who checked the article, and the summary
 *     article.ts, runs.ts       the article with its claims underlined
 *     claims.ts                 the claims with their evidence
 *     queries.ts                where the text contradicts itself
 *     coverage.ts               the sentences that were not looked at
 *     sources.ts                the numbered sources
 *
 * safe-html.ts is the template that escapes every text, link.ts renders addresses. The same report and fonts give the same
 * bytes. The file has to be written as UTF-8. galley/ renders the article as a galley, for paper.
 */
export function renderHtml(report: Report, fonts: ReportFonts, medium: PageMedium = 'screen'): string {
  const lang = report.language === null ? null : html` lang="${report.language}"`;
  const body = html`${renderReaderLineHtml(report)}${renderHeaderHtml(report)}
<main>
${renderSummaryHtml(report)}
${medium === 'screen' ? renderFilterHtml(report) : null}
<div class="columns">
<article class="article" aria-labelledby="article"><h2 id="article">Article</h2>
<div${lang}>
${renderArticleHtml(report)}
</div></article>
<div class="lists">
<section aria-labelledby="claims"><h2 id="claims">Claims</h2>
${renderClaimsHtml(report)}</section>
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
