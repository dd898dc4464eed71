import { getQueryRuleLabel } from '../../queries/query';
import type { Report, ReportQuery } from '../model/report-model';
import { describeQueryCounts, describeQueryPlace, queriesHeading } from '../wording/describe-queries';
import { toMarkdownText } from './escape-markdown';
import { indentation, listItemStart } from './part-starts';

function renderQuery({ rule, explanation, places }: ReportQuery): string {
  return [
    `${listItemStart}**${getQueryRuleLabel(rule)}**`,
    `${indentation}${toMarkdownText(explanation, indentation)}`,
    places
      .map((place) => `${indentation}- ${toMarkdownText(describeQueryPlace(place), `${indentation}  `)}`)
      .join('\n'),
  ].join('\n\n');
}

/** Renders where the text contradicts itself, with the places; nothing in a report that keeps silent about it. */
export function renderQueriesMarkdown({ queries }: Report): string[] {
  if (queries === null) return [];
  return [`## ${queriesHeading}`, describeQueryCounts(queries), ...queries.open.map(renderQuery)];
}
