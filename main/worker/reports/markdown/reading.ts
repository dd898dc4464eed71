import { nameQueryRule } from '#shared/reports/base/own-values.ts';
import type { Passage, Report, ReportQuery } from '../model/report-model.ts';
import {
  describePassagePlace,
  describeQueryCounts,
  describeQueryPlace,
  describeReportCoverage,
  notLookedAtHeading,
  openWordsHeading,
  queriesHeading,
} from '../wording/describe-reading.ts';
import {
  escapeMarkdown,
  indentation,
  joinMarkdown,
  joinMarkdownLines,
  listItemStart,
  type Markdown,
  md,
  printOwn,
  toMarkdownText,
} from './markdown.ts';

function renderQuery({ rule, explanation, places }: ReportQuery): Markdown {
  const list = places.map(
    (place) => md`${indentation}- ${toMarkdownText(describeQueryPlace(place), md`${indentation}  `)}`,
  );
  return joinMarkdown(
    [
      md`${listItemStart}**${printOwn(nameQueryRule(rule))}**`,
      md`${indentation}${toMarkdownText(explanation, indentation)}`,
      joinMarkdown(list, '\n'),
    ],
    '\n\n',
  );
}

/** Renders where the text contradicts itself, with the places; nothing in a report that keeps silent about it. */
export function renderQueriesMarkdown({ queries }: Report): Markdown[] {
  if (queries === null) return [];
  return [
    md`## ${printOwn(queriesHeading)}`,
    escapeMarkdown(describeQueryCounts(queries)),
    ...queries.open.map(renderQuery),
  ];
}

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
