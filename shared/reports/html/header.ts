import type { Report } from '../model/report-model';
import { formatDate, formatNumber } from '../origin/own-values';
import { isolateText, own } from '../origin/report-text';
import { summarizeCoverage } from '../wording/describe-coverage';
import { summarizeQueries } from '../wording/describe-queries';
import {
  countShownClaims,
  describeCaveats,
  describeHeader,
  describeSelection,
  listSummaryEntries,
} from '../wording/describe-report';
import { html, joinHtml, renderUrl, type SafeHtml } from './safe-html';

/** Renders the title, where the article is from, by whom and when it was checked, and when the report was made. */
export function renderHeaderHtml(report: Report): SafeHtml {
  const { title, byline, publishedAt, link, language, counts } = report;
  const lang = language === null ? null : html` lang="${language}"`;
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
<div><h1 dir="auto"${lang}>${title}</h1>${originLine}</div>
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
