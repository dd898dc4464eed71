import type { Report } from '../model/report-model';
import { describePassagePlace } from '../wording/describe-passage';
import { describeReportCoverage, unreadHeading } from '../wording/describe-unread';
import { escapeMarkdown, joinMarkdownLines } from './escape-markdown';
import { indentation, listItemStart } from './part-starts';

/** Renders how much was read, with the sentences that nobody looked at; nothing in a report that keeps silent about it. */
export function renderUnreadMarkdown({ coverage }: Report): string[] {
  if (coverage === null) return [];
  const items = coverage.unread.map((sentence) => {
    const words = joinMarkdownLines(escapeMarkdown(sentence.words), `\\\n${indentation}`);
    return `${listItemStart}${words} (${describePassagePlace(sentence)})`;
  });
  const list = items.length === 0 ? [] : [items.join('\n')];
  return [`## ${unreadHeading}`, describeReportCoverage(coverage), ...list];
}
