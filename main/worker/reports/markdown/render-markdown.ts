import { formatDate, formatNumber } from '#shared/reports/base/own-values.ts';
import { getReaderLine } from '#shared/reports/base/reader-lines.ts';
import type { OwnText, ReportText } from '#shared/reports/base/report-text.ts';
import type { Report } from '../model/report-model.ts';
import {
  notLookedAtHeading,
  queriesHeading,
  summarizeCoverage,
  summarizeQueries,
} from '../wording/describe-reading.ts';
import {
  describeCaveats,
  describeHeader,
  describeSelection,
  listSummaryEntries,
  noClaimsMessage,
} from '../wording/describe-report.ts';
import { renderArticleMarkdown } from './article.ts';
import { renderClaimsMarkdown, renderUnplacedMarkdown } from './claims.ts';
import {
  escapeMarkdown,
  getHeadingFragment,
  joinMarkdown,
  joinMarkdownLines,
  type Markdown,
  md,
  printOwn,
  renderLinkMarkdown,
  toMarkdownText,
} from './markdown.ts';
import { renderCoverageMarkdown, renderQueriesMarkdown } from './reading.ts';
import { renderSourcesMarkdown } from './sources.ts';

function renderHeader(report: Report): Markdown {
  const { title, byline, publishedAt, link } = report;
  const origin = [
    byline && escapeMarkdown(byline),
    publishedAt && escapeMarkdown(formatDate(publishedAt)),
    link && renderLinkMarkdown(link, escapeMarkdown(link)),
  ].flatMap((part) => part || []);
  const { draft, check, creation, size } = describeHeader(report);
  const lines = [
    escapeMarkdown(draft),
    toMarkdownText(check),
    escapeMarkdown(creation),
    escapeMarkdown(size),
  ];
  const parts = [
    md`# ${joinMarkdownLines(escapeMarkdown(title), ' ')}`,
    ...(origin.length === 0 ? [] : [joinMarkdownLines(joinMarkdown(origin, ' · '), ' ')]),
    joinMarkdown(lines, '\\\n'),
  ];
  return joinMarkdown(parts, '\n\n');
}

function renderSummary(report: Report): Markdown {
  const entries = listSummaryEntries(report).map(
    ({ count, label }) => md`- ${escapeMarkdown(formatNumber(count))} ${escapeMarkdown(label)}`,
  );
  const emptyMessage = report.claims.length === 0 ? md` ${escapeMarkdown(noClaimsMessage(report))}` : md``;
  const selection = md`${escapeMarkdown(describeSelection(report))}.${emptyMessage}`;
  const caveats = describeCaveats(report);
  const parts = [
    md`## Summary`,
    joinMarkdown(entries, '\n'),
    ...(caveats === null ? [] : [escapeMarkdown(caveats)]),
    ...renderReading(report),
    selection,
  ];
  return joinMarkdown(parts, '\n\n');
}

/** How much was read, and how many queries are open, with links to the lists. */
function renderReading({ coverage, queries }: Report): Markdown[] {
  const link = (text: ReportText, heading: OwnText) =>
    md`[${escapeMarkdown(text)}](${getHeadingFragment(printOwn(heading))})`;
  const links = [
    ...(coverage === null ? [] : [link(summarizeCoverage(coverage), notLookedAtHeading)]),
    ...(queries === null ? [] : [link(summarizeQueries(queries), queriesHeading)]),
  ];
  return links.length === 0 ? [] : [joinMarkdown(links, ' · ')];
}

/**
 * Renders a report in Markdown: CommonMark 0.31 with footnotes, with GitHub's tables where the article has tables, and
 * without HTML. Only http, https, mailto and doi addresses become links. The same report gives the same bytes.
 */
export function renderMarkdown(report: Report): string {
  const { claims, unplaced, sources } = report;
  const readerLine = getReaderLine(report.options.reader);
  const parts = [
    ...(readerLine === null ? [] : [md`**${printOwn(readerLine)}**`]),
    renderHeader(report),
    renderSummary(report),
    md`## Article`,
    renderArticleMarkdown(report),
    ...(claims.length === 0 ? [] : [renderClaimsMarkdown(report)]),
    ...unplaced.map((group) => renderUnplacedMarkdown(group, report)),
    ...renderQueriesMarkdown(report),
    ...renderCoverageMarkdown(report),
    ...(sources.length === 0 ? [] : [md`## Sources`, renderSourcesMarkdown(report)]),
  ];
  return md`${joinMarkdown(parts, '\n\n')}\n`;
}
