import type { Passage, Report } from '../model/report-model';
import { capitalize } from '../origin/report-text';
import { describeReportCoverage, notLookedAtHeading, openWordsHeading } from '../wording/describe-coverage';
import { describePassagePlace } from '../wording/describe-passage';
import { html, joinHtml, type SafeHtml } from './safe-html';

/**
 * Renders how much was read, with the sentences that were not looked at by paragraph, and apart the words that are open in others;
 * null in a report that keeps silent about it.
 */
export function renderCoverageHtml({ coverage, language }: Report): SafeHtml | null {
  if (coverage === null) return null;
  const lang = language === null ? null : html` lang="${language}"`;
  const words = (passage: Passage) => html`<span dir="auto"${lang}>${passage.words}</span>`;
  const entries = coverage.notLookedAt.map(
    (paragraph) =>
      html`<li><div>${words(paragraph)}<br><span class="quiet">${capitalize(describePassagePlace(paragraph))}</span></div></li>`,
  );
  const list = entries.length === 0 ? null : html`\n<ol class="entries">${joinHtml(entries, '\n')}</ol>`;
  const open = coverage.openWords.map(
    (passage) => html`<li>${words(passage)} (${describePassagePlace(passage)})</li>`,
  );
  const openList =
    open.length === 0
      ? null
      : html`\n<h3 id="open-words">${openWordsHeading}</h3>
<ul class="open-words" aria-labelledby="open-words">${joinHtml(open, '\n')}</ul>`;
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${notLookedAtHeading}</h2>
<p>${describeReportCoverage(coverage)}</p>${list}${openList}</section>`;
}
