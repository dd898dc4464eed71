import { formatNumber } from '#shared/reports/base/own-values.ts';
import { isolateText, own, reshape } from '#shared/reports/base/report-text.ts';
import { html, joinHtml, SafeHtml } from '#shared/reports/base/safe-html.ts';
import { darkStatusColors, lightStatusColors, statusColorRules } from '../html/shared-styles.ts';
import type { ClaimLog } from './claim-log.ts';
import { type Cell, formatLocalTime, type Table } from './table.ts';

/** Rows that a preview shows of each table. */
const maxRows = 200;

const styles = `
:root { color-scheme: light dark; --paper: #fffdf9; --line: #e2ded4; --ink: #1d1b18; --muted: #67625a; ${lightStatusColors} }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1a18; --line: #35322d; --ink: #ece8e0; --muted: #a8a296; ${darkStatusColors} } }
body { margin: 0; padding: 16px; background: var(--paper); color: var(--ink); font: 13px/1.4 system-ui, sans-serif; }
h2 { font-size: 14px; margin: 0 0 8px; }
section { overflow-x: auto; margin-bottom: 24px; }
table { width: max-content; border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: start; vertical-align: top; min-width: 4em; max-width: 24em; overflow-wrap: break-word; }
th { font-weight: 600; color: var(--muted); white-space: nowrap; }
p { color: var(--muted); }
${statusColorRules}`;

function renderCell(cell: Cell, timeZone: string): SafeHtml {
  if (cell === null) return html`<td></td>`;
  switch (cell.kind) {
    case 'number':
      return html`<td>${cell.number}</td>`;
    case 'date':
      return html`<td>${cell.date}</td>`;
    case 'time':
      return html`<td>${reshape(cell.at, (at) => formatLocalTime(at, timeZone))}</td>`;
    case 'status':
      return html`<td class="${own(cell.status)}">${cell.text}</td>`;
    default:
      return html`<td>${isolateText(cell.text)}</td>`;
  }
}

function renderTable({ name, columns, rows }: Table, timeZone: string): SafeHtml {
  const head = columns.map(({ label }) => html`<th scope="col">${label}</th>`);
  const body = rows
    .slice(0, maxRows)
    .map((row) => html`<tr>${row.map((cell) => renderCell(cell, timeZone))}</tr>`);
  const more =
    rows.length > maxRows ? html`<p>… and ${formatNumber(rows.length - maxRows)} more rows</p>` : null;
  return html`<section tabindex="0" aria-label="${name}"><h2>${name}</h2>
<table><thead><tr>${head}</tr></thead>
<tbody>${joinHtml(body, '\n')}</tbody></table>${more}</section>`;
}

/** Renders a claim log as a page, to preview the workbook or the files that are made of it. */
export function renderTablePage(log: ClaimLog): string {
  const line = log.pageLine === null ? null : html`<p class="disputed"><b>${log.pageLine}</b></p>`;
  const tables = log.tables.map((table) => renderTable(table, log.timeZone));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${log.title}</title>
<style>${SafeHtml.trust(styles)}</style>
</head>
<body>
${line}
${joinHtml(tables, '\n')}
</body>
</html>
`.toString();
}
