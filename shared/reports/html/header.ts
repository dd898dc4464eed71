import { counted } from '../../text/format/count-of';
import { shownDate, shownMoment } from '../../text/format/dates';
import { shownNumber } from '../../text/format/format-number';
import { isolate } from '../../text/format/isolate';
import type { Report } from '../model/report-model';
import { checkWords, shownCount, shownWords } from '../wording/wording';
import { escapeHtml } from './escape';
import { shownUrl } from './link';

/** Title, where it comes from, by whom and when it was checked, and when the report was made. */
export function headerHtml(report: Report): string {
  const { title, byline, publishedAt, link, language, draftNumber, counts, words, madeAt, timeZone } = report;
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`;
  const piece = [
    byline && escapeHtml(isolate(byline)),
    publishedAt && shownDate(publishedAt),
    link && shownUrl(link),
  ].filter((part) => part !== null);
  const all = shownCount(report) === counts.total;
  const selection = all ? '' : `<br>${shownWords(report)}`;
  return `<header>
<p class="kicker">Fact-check report · draft ${draftNumber}</p>
<div><h1 dir="auto"${lang}>${escapeHtml(title)}</h1>${piece.length === 0 ? '' : `<p class="piece">${piece.join(' · ')}</p>`}</div>
<p class="meta">${escapeHtml(checkWords(report, isolate))}<br>Report made ${shownMoment(madeAt, timeZone)}${selection}<br>${counted(counts.total, 'claim')} · ${counted(words, 'word')}</p>
</header>`;
}

/** How many claims stand how, and how many sources they rest on. */
export function summaryHtml({ counts }: Report): string {
  const { verified, disputed, unverifiable, recheck, open, sources, primary } = counts;
  const entry = (count: number, words: string, look = '') =>
    `<li><b class="${look}">${shownNumber(count)}</b> <span class="${look}">${words}</span></li>`;
  return `<ul class="summary" aria-label="Summary">${[
    entry(verified, 'verified', 'verified'),
    entry(disputed, 'disputed', 'disputed'),
    entry(unverifiable, 'can’t verify', 'unverifiable'),
    entry(open, recheck === 0 ? 'open' : `open, ${shownNumber(recheck)} to re-check`),
    entry(
      sources,
      `${sources === 1 ? 'source' : 'sources'}${primary === 0 ? '' : `, ${shownNumber(primary)} primary`}`,
    ),
  ].join('')}</ul>`;
}
