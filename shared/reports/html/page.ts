import type { ReportText } from '../origin/report-text';
import { html, SafeHtml } from './safe-html';

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
