import type { Passage, Report } from '../model/report-model';
import { describeReportCoverage, notLookedAtHeading, openWordsHeading } from '../wording/describe-coverage';
import { describePassagePlace } from '../wording/describe-passage';
import { escapeMarkdown, joinMarkdownLines } from './escape-markdown';
import { joinMarkdown, type Markdown, md, printOwn } from './markdown';
import { indentation, listItemStart } from './part-starts';

/**
 * Renders how much was read, with the sentences that were not looked at by paragraph, and apart the words that are open in others;
 * nothing in a report that keeps silent about it.
 */
export function renderCoverageMarkdown({ coverage }: Report): Markdown[] {
  if (coverage === null) return [];
  return [
    md`## ${printOwn(notLookedAtHeading)}`,
    escapeMarkdown(describeReportCoverage(coverage)),
    ...renderPassages(coverage.notLookedAt),
    ...(coverage.openWords.length === 0 ? [] : [md`### ${printOwn(openWordsHeading)}`]),
    ...renderPassages(coverage.openWords),
  ];
}

function renderPassages(passages: readonly Passage[]): Markdown[] {
  const items = passages.map((passage) => {
    const words = joinMarkdownLines(escapeMarkdown(passage.words), md`\\\n${indentation}`);
    return md`${listItemStart}${words} (${escapeMarkdown(describePassagePlace(passage))})`;
  });
  return items.length === 0 ? [] : [joinMarkdown(items, '\n')];
}
