import { getQueryRuleLabel } from '../../../queries/query';
import { isolate } from '../../../text/format/isolate';
import type { Report } from '../../model/report-model';
import { describeQueryCounts, describeQueryPlace, queriesHeading } from '../../wording/describe-queries';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock, PlanLine } from '../word-plan';

/** Where the text contradicts itself, with the places; nothing in a report that keeps silent about it. */
export function createQueryList({ queries }: Report): AppendixBlock[] {
  if (queries === null) return [];
  const lines = queries.open.flatMap(({ rule, explanation, places }): PlanLine[] => [
    [createRun(`${getQueryRuleLabel(rule)}.`, { isBold: true }), createRun(` ${isolate(explanation)}`)],
    ...places.map((place) => [createRun(describeQueryPlace(place, isolate))]),
  ]);
  return [
    { kind: 'heading', text: queriesHeading },
    ...[[createRun(describeQueryCounts(queries))], ...lines].map(
      (line): AppendixBlock => ({ kind: 'paragraph', line }),
    ),
  ];
}
