import type { Passage, Report, ReportQuery } from '../model/report-model';
import { nameQueryRule } from '../origin/own-values';
import { capitalize } from '../origin/report-text';
import { describePassagePlace } from '../wording/describe-passage';
import { describeQueryCounts, queriesHeading } from '../wording/describe-queries';
import { hasOwnQuotationMarks } from '../wording/quotation-marks';
import { html, joinHtml, type SafeHtml } from './safe-html';

function renderPlace(passage: Passage, lang: SafeHtml | null): SafeHtml {
  const { words } = passage;
  const bare = hasOwnQuotationMarks(words) ? html` class="bare"` : null;
  return html`<li><q dir="auto"${lang}${bare}>${words}</q> <span class="quiet">${capitalize(describePassagePlace(passage))}</span></li>`;
}

function renderQuery({ rule, explanation, places }: ReportQuery, lang: SafeHtml | null): SafeHtml {
  const list = places.map((place) => renderPlace(place, lang));
  return html`<li><div><b>${nameQueryRule(rule)}</b><p dir="auto">${explanation}</p><ul class="places">${list}</ul></div></li>`;
}

/** Renders where the text contradicts itself, with the places; null in a report that keeps silent about it. */
export function renderQueriesHtml({ queries, language }: Report): SafeHtml | null {
  if (queries === null) return null;
  const lang = language === null ? null : html` lang="${language}"`;
  const entries = queries.open.map((query) => renderQuery(query, lang));
  const list = entries.length === 0 ? null : html`\n<ol class="entries">${joinHtml(entries, '\n')}</ol>`;
  return html`<section aria-labelledby="queries"><h2 id="queries">${queriesHeading}</h2>
<p>${describeQueryCounts(queries)}</p>${list}</section>`;
}
