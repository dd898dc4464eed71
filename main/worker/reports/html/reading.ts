import { nameQueryRule } from '#shared/reports/base/own-values.ts';
import { capitalize, hasOwnQuotationMarks } from '#shared/reports/base/report-text.ts';
import { html, joinHtml, renderEntries, renderLang, type SafeHtml } from '#shared/reports/base/safe-html.ts';
import type { Passage, Report, ReportQuery } from '../model/report-model.ts';
import {
  describePassagePlace,
  describeQueryCounts,
  describeReportCoverage,
  notLookedAtHeading,
  openWordsHeading,
  queriesHeading,
} from '../wording/describe-reading.ts';

function renderQueryPlace(passage: Passage, lang: SafeHtml | null): SafeHtml {
  const { words } = passage;
  const bare = hasOwnQuotationMarks(words) ? html` class="bare"` : null;
  return html`<li><q dir="auto"${lang}${bare}>${words}</q> <span class="quiet">${capitalize(describePassagePlace(passage))}</span></li>`;
}

function renderQuery({ rule, explanation, places }: ReportQuery, lang: SafeHtml | null): SafeHtml {
  const list = places.map((place) => renderQueryPlace(place, lang));
  return html`<li><div><b>${nameQueryRule(rule)}</b><p dir="auto">${explanation}</p><ul class="places">${list}</ul></div></li>`;
}

/** Renders where the text contradicts itself, with the places; null in a report that keeps silent about it. */
export function renderQueriesHtml(report: Report): SafeHtml | null {
  const { queries } = report;
  if (queries === null) return null;
  const list = renderEntries(queries.open.map((query) => renderQuery(query, renderLang(report))));
  return html`<section aria-labelledby="queries"><h2 id="queries">${queriesHeading}</h2>
<p>${describeQueryCounts(queries)}</p>${list}</section>`;
}

/**
 * Renders how much was read, with the sentences that were not looked at by paragraph, and apart the words that are open in others;
 * null in a report that keeps silent about it.
 */
export function renderCoverageHtml(report: Report): SafeHtml | null {
  const { coverage } = report;
  if (coverage === null) return null;
  const words = (passage: Passage) => html`<span dir="auto"${renderLang(report)}>${passage.words}</span>`;
  const entries = coverage.notLookedAt.map(
    (paragraph) =>
      html`<li><div>${words(paragraph)}<br><span class="quiet">${capitalize(describePassagePlace(paragraph))}</span></div></li>`,
  );
  const open = coverage.openWords.map(
    (passage) => html`<li>${words(passage)} (${describePassagePlace(passage)})</li>`,
  );
  const openList =
    open.length === 0
      ? null
      : html`\n<h3 id="open-words">${openWordsHeading}</h3>
<ul class="open-words" aria-labelledby="open-words">${joinHtml(open, '\n')}</ul>`;
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${notLookedAtHeading}</h2>
<p>${describeReportCoverage(coverage)}</p>${renderEntries(entries)}${openList}</section>`;
}
