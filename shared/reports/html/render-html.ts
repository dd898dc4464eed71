import type { Report } from '../model/report-model';
import { renderArticleHtml } from './article';
import { renderClaimsHtml, renderUnplacedHtml } from './claims';
import { buildFontFaces, type ReportFonts } from './fonts';
import { renderHeaderHtml, renderSummaryHtml } from './header';
import { buildReaderLineStyles, formatFileTitle, renderReaderLineHtml } from './reader-line';
import { html, joinHtml, SafeHtml } from './safe-html';
import { renderSourcesHtml } from './sources';
import { buildStyleSheet, type PageMedium } from './style-sheet';

/** The page allows nothing but its own styles, fonts and images: no script, no request, no form. */
const contentSecurityPolicy = SafeHtml.trust(
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'",
);

/** Renders the lists below the claims: claims without a place, then the sources. */
function renderLists(report: Report): SafeHtml {
  const unplaced = report.unplaced.map((group) => renderUnplacedHtml(group, report));
  const sources = html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>\n${renderSourcesHtml(report)}</section>`;
  return joinHtml([...unplaced, ...(report.sources.length === 0 ? [] : [sources])], '\n');
}

/**
 * Renders a report as one HTML file that needs nothing else: no script, no request. Its parts, from top to bottom:
 *
 *     style-sheet.ts, fonts.ts  styles (status-styles.ts: those of each verdict) and embedded fonts
 *     reader-line.ts            the line of a report for lawyers
 *     header.ts                 title, who checked the article, and the summary
 *     article.ts, runs.ts       the article with its claims underlined
 *     claims.ts                 the claims with their evidence
 *     sources.ts                the numbered sources
 *
 * safe-html.ts is the template that escapes every text, link.ts renders addresses. The same report and fonts give the same
 * bytes. The file has to be written as UTF-8.
 */
export function renderHtml(report: Report, fonts: ReportFonts, medium: PageMedium = 'screen'): string {
  const lang = report.language === null ? null : html` lang="${report.language}"`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Stet">
<title>${formatFileTitle(report)}</title>
<style>
${SafeHtml.trust(buildFontFaces(fonts, medium))}
${SafeHtml.trust(buildStyleSheet(medium))}${SafeHtml.trust(buildReaderLineStyles(report))}
</style>
</head>
<body>${renderReaderLineHtml(report)}
${renderHeaderHtml(report)}
<main>
${renderSummaryHtml(report)}
<div class="columns">
<article class="article" aria-labelledby="article"><h2 id="article">Article</h2>
<div${lang}>
${renderArticleHtml(report)}
</div></article>
<div>
<section aria-labelledby="claims"><h2 id="claims">Claims</h2>
${renderClaimsHtml(report)}</section>
${renderLists(report)}
</div>
</div>
</main>
<footer>Made with Stet. This file is complete: it loads nothing from the network and runs no scripts.</footer>
</body>
</html>
`.toString();
}
