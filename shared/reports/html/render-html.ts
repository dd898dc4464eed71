import type { Report } from '../model/report-model';
import { own } from '../origin/report-text';
import { renderArticleHtml } from './article';
import { renderClaimsHtml, renderUnplacedHtml } from './claims';
import { renderCoverageHtml } from './coverage';
import { renderFilterHtml } from './filter';
import { buildFontFaces, type ReportFonts } from './fonts';
import { renderHeaderHtml, renderSummaryHtml } from './header';
import { renderPage } from './page';
import { renderQueriesHtml } from './queries';
import { buildReaderLineStyles, formatFileTitle, renderReaderLineHtml } from './reader-line';
import { html, joinHtml, type SafeHtml } from './safe-html';
import { renderSourcesHtml } from './sources';
import { buildStyleSheet, type PageMedium } from './styles/style-sheet';

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
 *     page.ts                   the file around its parts
 *     styles/, fonts.ts         the style sheet and the embedded fonts
 *     reader-line.ts            the line of a report for lawyers
 *     header.ts                 title, who checked the article, and the summary
 *     filter.ts                 which claims are shown, on a screen
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
