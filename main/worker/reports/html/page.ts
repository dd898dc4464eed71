import { formatDate, formatNumber } from '#shared/reports/base/own-values.ts';
import { getReaderLine } from '#shared/reports/base/reader-lines.ts';
import { isolateText, own, type ReportText, text } from '#shared/reports/base/report-text.ts';
import { html, joinHtml, renderLang, renderUrl, SafeHtml } from '#shared/reports/base/safe-html.ts';
import type { Report } from '../model/report-model.ts';
import { summarizeCoverage, summarizeQueries } from '../wording/describe-reading.ts';
import {
  countShownClaims,
  describeCaveats,
  describeHeader,
  describeSelection,
  listSummaryEntries,
} from '../wording/describe-report.ts';
import type { PageMedium } from './style-sheet.ts';

/** Renders the title, where the article is from, by whom and when it was checked, and when the report was made. */
export function renderHeaderHtml(report: Report): SafeHtml {
  const { title, byline, publishedAt, link, counts } = report;
  const origin = [
    byline === null ? null : html`${isolateText(byline)}`,
    publishedAt === null ? null : html`${formatDate(publishedAt)}`,
    link === null ? null : renderUrl(link),
  ].filter((part) => part !== null);
  const originLine = origin.length === 0 ? null : html`<p class="piece">${joinHtml(origin, ' · ')}</p>`;
  const { draft, check, creation, size } = describeHeader(report, isolateText);
  const isComplete = countShownClaims(report) === counts.total && !report.isIncomplete;
  const selection = isComplete ? null : html`<br>${describeSelection(report)}`;
  return html`<header>
<p class="kicker">${draft}</p>
<div><h1 dir="auto"${renderLang(report)}>${title}</h1>${originLine}</div>
<p class="meta">${check}<br>${creation}${selection}<br>${size}</p>
</header>`;
}

/** Renders how many claims have each status, how many sources they rest on, and how much was read. */
export function renderSummaryHtml(report: Report): SafeHtml {
  const entries = listSummaryEntries(report).map(({ count, label, status }) => {
    const look = status === null ? own('') : own(status);
    return html`<li><b class="${look}">${formatNumber(count)}</b> <span class="${look}">${label}</span></li>`;
  });
  return html`<ul class="summary" aria-label="Summary">${entries}</ul>${renderReading(report)}`;
}

/** The sentence about verified claims, how much was read, and how many queries are open, with links to the lists. */
function renderReading(report: Report): SafeHtml | null {
  const { coverage, queries } = report;
  const caveats = describeCaveats(report);
  const links = [
    ...(coverage === null ? [] : [html`<a href="#coverage">${summarizeCoverage(coverage)}</a>`]),
    ...(queries === null ? [] : [html`<a href="#queries">${summarizeQueries(queries)}</a>`]),
  ];
  const lines = [
    ...(caveats === null ? [] : [html`${caveats}`]),
    ...(links.length === 0 ? [] : [joinHtml(links, ' · ')]),
  ];
  return lines.length === 0 ? null : html`\n<p class="reading">${joinHtml(lines, html`<br>`)}</p>`;
}

/**
 * Font files that the report embeds: WOFF2, Latin, with a variable weight. Each is in base64 (RFC 4648, section 4) or a
 * `data:` address of it, as a bundler provides it.
 */
export interface ReportFonts {
  /** Source Serif 4, upright. */
  serif: string;
  /** Inter, upright. */
  sans: string;
  /** Source Serif 4, italic. Without it, the browser slants the upright font. */
  serifItalic?: string;
  /** One file per weight for print: Chromium prints variable fonts as drawings, which are slow to read back as text. */
  paper?: readonly PaperFont[];
}

interface PaperFont {
  family: 'serif' | 'sans';
  style: 'normal' | 'italic';
  weight: 400 | 600;
  file: string;
}

const families = { serif: 'Source Serif 4 Variable', sans: 'Inter Variable' } as const;

function buildFontFace(
  family: keyof typeof families,
  style: PaperFont['style'],
  weights: string,
  file: string,
  rules = '',
): string {
  const base64 = file.replace(/^data:[^,]*,/, '').replace(/[^A-Za-z0-9+/=]/g, '');
  return `@font-face { font-family: "${families[family]}"; font-style: ${style}; font-weight: ${weights}; ${rules}src: url(data:font/woff2;base64,${base64}) format("woff2"); }`;
}

/** Builds the CSS rules that embed the fonts. Browsers take a glyph that they lack from the next family of the list. */
export function buildFontFaces({ serif, sans, serifItalic, paper }: ReportFonts, medium: PageMedium): string {
  if (medium === 'paper' && paper)
    return paper
      .map(({ family, style, weight, file }) => buildFontFace(family, style, `${weight}`, file))
      .join('\n');
  return [
    buildFontFace('serif', 'normal', '200 900', serif),
    // All italics may be far from the window, so that printing begins before the font is loaded: another one takes its place then.
    serifItalic && buildFontFace('serif', 'italic', '200 900', serifItalic, 'font-display: swap; '),
    buildFontFace('sans', 'normal', '100 900', sans),
  ]
    .filter((rule) => rule !== undefined)
    .join('\n');
}

type ReportReading = Pick<Report, 'title' | 'options'>;

/** The title of the file, which a PDF has at the top of every page. `name` says what the file is. */
export function formatFileTitle({ title, options }: ReportReading, name: ReportText): ReportText {
  const line = getReaderLine(options.reader);
  return text`${line === null ? own('') : text`${line} – `}${title} – ${name}`;
}

/** Renders the line above a report that not everybody may read. */
export function renderReaderLineHtml({ options }: ReportReading): SafeHtml | null {
  const line = getReaderLine(options.reader);
  return line === null ? null : html`<p class="reader-line">${line}</p>\n`;
}

/** In print the line is the header of a table, because browsers repeat only that on every page and keep its room free. */
const styles = `
.reader-line { font: 600 14px/1.4 var(--sans); color: var(--disputed); border: 2px solid currentColor; border-radius: 4px; padding: 6px 12px; margin-bottom: 24px; text-align: center; }
@media print {
  body { display: table; width: 100%; table-layout: fixed; }
  .reader-line { display: table-header-group; break-inside: avoid; border: 0; text-align: start; font-size: 9pt; line-height: 2.6; }
}`;

export function buildReaderLineStyles({ options }: ReportReading): string {
  return getReaderLine(options.reader) === null ? '' : styles;
}

/** The page allows nothing but its own styles, fonts and images: no script, no request, no form. */
const contentSecurityPolicy = SafeHtml.trust(
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'",
);

interface Page {
  title: ReportText;
  /** Style rules, each the whole of a sheet or a part of it. */
  styles: readonly string[];
  body: SafeHtml;
}

/** Renders a whole file around its body. It has to be written as UTF-8. */
export function renderPage({ title, styles, body }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Stet">
<title>${title}</title>
<style>
${SafeHtml.trust(styles.join('\n'))}
</style>
</head>
<body>
${body}
</body>
</html>
`.toString();
}
