import type { Report } from '../model/report-model';
import { own, type ReportText, text } from '../origin/report-text';
import { getReaderLine } from '../wording/reader-lines';
import { html, SafeHtml } from './safe-html';

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
