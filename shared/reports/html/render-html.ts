import type { Report } from '../model/report-model';
import { articleHtml } from './article';
import { claimsHtml, unplacedHtml } from './claims';
import { escapeHtml } from './escape';
import { fontFaces, type ReportFonts } from './fonts';
import { headerHtml, summaryHtml } from './header';
import { sourcesHtml } from './sources';
import { type Medium, reportStyles } from './styles';

/** The file forbids itself everything but its own style, fonts and pictures: no script, no request, no form. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one HTML file that needs nothing else: no script, no request. The same report and fonts give the same
 * bytes. Write it as UTF-8.
 */
export function renderHtml(report: Report, fonts: ReportFonts, medium: Medium = 'screen'): string {
  const lang = report.language === null ? '' : ` lang="${escapeHtml(report.language)}"`;
  const sources = `<section aria-labelledby="sources"><h2 id="sources">Sources</h2>\n${sourcesHtml(report)}</section>`;
  const lists = [
    ...report.unplaced.map((group) => unplacedHtml(group, report)),
    ...(report.sources.length === 0 ? [] : [sources]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Stet">
<title>${escapeHtml(report.title)} – fact-check report</title>
<style>
${fontFaces(fonts, medium)}
${reportStyles(medium)}
</style>
</head>
<body>
${headerHtml(report)}
<main>
${summaryHtml(report)}
<div class="columns">
<article class="article" aria-labelledby="article"><h2 id="article">Article</h2>
<div${lang}>
${articleHtml(report)}
</div></article>
<div>
<section aria-labelledby="claims"><h2 id="claims">Claims</h2>
${claimsHtml(report)}</section>
${lists.join('\n')}
</div>
</div>
</main>
<footer>Made with Stet. This file is complete: it loads nothing from the network and runs no scripts.</footer>
</body>
</html>
`;
}
