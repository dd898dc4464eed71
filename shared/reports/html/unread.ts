import { capitalize } from '../../text/format/end-sentence';
import type { Report } from '../model/report-model';
import { describePassagePlace } from '../wording/describe-passage';
import { describeReportCoverage, unreadHeading } from '../wording/describe-unread';
import { html, joinHtml, type SafeHtml } from './safe-html';

/** Renders how much was read, with the sentences that nobody looked at; null in a report that keeps silent about it. */
export function renderUnreadHtml({ coverage, language }: Report): SafeHtml | null {
  if (coverage === null) return null;
  const lang = language === null ? null : html` lang="${language}"`;
  const entries = coverage.unread.map(
    (sentence) =>
      html`<li><div><span dir="auto"${lang}>${sentence.words}</span><br><span class="quiet">${capitalize(describePassagePlace(sentence))}</span></div></li>`,
  );
  const list = entries.length === 0 ? null : html`\n<ol class="entries">${joinHtml(entries, '\n')}</ol>`;
  return html`<section aria-labelledby="unread"><h2 id="unread">${unreadHeading}</h2>
<p>${describeReportCoverage(coverage)}</p>${list}</section>`;
}
