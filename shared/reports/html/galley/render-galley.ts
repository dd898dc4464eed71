import { detectDirection } from '../../../text/characters/direction';
import type { Report } from '../../model/report-model';
import { own, text } from '../../origin/report-text';
import { renderArticleHtml } from '../article';
import { renderClaimsHtml, renderUnplacedHtml } from '../claims';
import { renderCoverageHtml } from '../coverage';
import { buildFontFaces, type ReportFonts } from '../fonts';
import { renderHeaderHtml, renderSummaryHtml } from '../header';
import { renderPage } from '../page';
import { renderQueriesHtml } from '../queries';
import { formatFileTitle, renderReaderLineHtml } from '../reader-line';
import { html, joinHtml, type SafeHtml } from '../safe-html';
import { buildGalleyStyleSheet } from '../styles/galley-styles';
import { limitLines } from './line-limit';
import { assignMarginColumns } from './margin-columns';
import { createMarginRenderer } from './margin-numbers';

/** Whether the margins for numbers and for notes change sides. */
function isRightToLeft({ blocks, language }: Report): boolean {
  return detectDirection(blocks.map(({ text }) => text).join('\n'), language) === 'rtl';
}

/** Renders the lists that follow the galley: the summary, and the claims without their evidence. */
function renderLists(report: Report): SafeHtml {
  const unplaced = report.unplaced.map((group) => renderUnplacedHtml(group, report, 'short'));
  return html`<div class="lists">
${renderReaderLineHtml(report)}<div>
${renderSummaryHtml(report)}
<section aria-labelledby="claims"><h2 id="claims">Claims</h2>
${renderClaimsHtml(report, 'short')}</section>
${joinHtml(unplaced, '\n')}
${renderQueriesHtml(report)}
${renderCoverageHtml(report)}
</div></div>`;
}

/**
 * Renders a report as a galley, to be printed and read with a pencil: line numbers on one side of the text, the numbers of the claims and
 * room for notes on the other, and a short list of claims at the end. `galley-styles.ts` says how the lines are numbered. The
 * title names the draft, because it stands at the top of each page. The same report and fonts give the same bytes.
 */
export function renderGalley(report: Report, fonts: ReportFonts): string {
  const lang = report.language === null ? null : html` lang="${report.language}"`;
  const columns = assignMarginColumns(report);
  const layout = {
    lineLimit: limitLines(report),
    columnCount: 1 + Math.max(0, ...columns.values()),
    digitCount: `${report.claims.at(-1)?.number ?? 0}`.length,
  };
  const body = html`<main>
<div class="galley ${own(isRightToLeft(report) ? 'rtl' : 'ltr')}">
<div class="head"><div>${renderReaderLineHtml(report)}</div></div>
<div class="sheet"><div class="text">
${renderHeaderHtml(report)}
<article class="article" aria-labelledby="article"><h2 id="article">Article</h2>
<div${lang}>
${renderArticleHtml(report, createMarginRenderer(columns))}
</div></article>
</div></div>
</div>
${renderLists(report)}
</main>`;
  return renderPage({
    title: formatFileTitle(report, text`draft ${report.draftNumber}`),
    styles: [buildFontFaces(fonts, 'paper'), buildGalleyStyleSheet(layout)],
    body,
  });
}
