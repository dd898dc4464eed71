import type { Report, ReportQuery } from '../model/report-model';
import { nameQueryRule } from '../origin/own-values';
import { describeQueryCounts, describeQueryPlace, queriesHeading } from '../wording/describe-queries';
import { escapeMarkdown, toMarkdownText } from './escape-markdown';
import { joinMarkdown, type Markdown, md, printOwn } from './markdown';
import { indentation, listItemStart } from './part-starts';

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
