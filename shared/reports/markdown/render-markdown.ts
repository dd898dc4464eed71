import { counted } from '../../text/format/count-of';
import { shownDate, shownMoment } from '../../text/format/dates';
import { shownNumber } from '../../text/format/format-number';
import type { Report } from '../model/report-model';
import { checkWords, noClaimWords, shownWords } from '../wording/wording';
import { articleMarkdown } from './article';
import { claimsMarkdown, unplacedMarkdown } from './claims';
import { escapeMarkdown, markdownLines, markdownLink, markdownText } from './escape';
import { sourcesMarkdown } from './sources';

function headerMarkdown(report: Report): string {
  const { title, byline, publishedAt, link, draftNumber, counts, words, madeAt, timeZone } = report;
  const piece = [
    byline && escapeMarkdown(byline),
    publishedAt && shownDate(publishedAt),
    link && markdownLink(link, escapeMarkdown(link)),
  ].filter((part) => part !== null);
  const made = [
    `Fact-check report · draft ${draftNumber}`,
    markdownText(checkWords(report)),
    `Report made ${shownMoment(madeAt, timeZone)}`,
    `${counted(counts.total, 'claim')} · ${counted(words, 'word')}`,
  ];
  return [
    `# ${markdownLines(escapeMarkdown(title), ' ')}`,
    ...(piece.length === 0 ? [] : [markdownLines(piece.join(' · '), ' ')]),
    made.join('\\\n'),
  ].join('\n\n');
}

function summaryMarkdown(report: Report): string {
  const { verified, disputed, unverifiable, recheck, open, sources, primary } = report.counts;
  return [
    '## Summary',
    [
      `- ${shownNumber(verified)} verified`,
      `- ${shownNumber(disputed)} disputed`,
      `- ${shownNumber(unverifiable)} can’t verify`,
      `- ${shownNumber(open)} open${recheck === 0 ? '' : `, ${shownNumber(recheck)} to re-check`}`,
      `- ${counted(sources, 'source')}${primary === 0 ? '' : `, ${shownNumber(primary)} primary`}`,
    ].join('\n'),
    `${shownWords(report)}.${report.claims.length === 0 ? ` ${noClaimWords(report)}` : ''}`,
  ].join('\n\n');
}

/**
 * The report as Markdown: CommonMark 0.31 with footnotes (and GitHub's tables where the article has one), no HTML. What
 * stands in a field can be no markup; only http, https, mailto and doi addresses are links. The same report gives the same
 * bytes.
 */
export function renderMarkdown(report: Report): string {
  const { claims, unplaced, sources } = report;
  const parts = [
    headerMarkdown(report),
    summaryMarkdown(report),
    '## Article',
    articleMarkdown(report),
    ...(claims.length === 0 ? [] : [claimsMarkdown(report)]),
    ...unplaced.map((group) => unplacedMarkdown(group, report)),
    ...(sources.length === 0 ? [] : ['## Sources', sourcesMarkdown(report)]),
  ];
  return `${parts.join('\n\n')}\n`;
}
