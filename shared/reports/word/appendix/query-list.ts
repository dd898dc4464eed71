import type { Report } from '../../model/report-model';
import { nameQueryRule } from '../../origin/own-values';
import { isolateText, text } from '../../origin/report-text';
import { describeQueryCounts, describeQueryPlace, queriesHeading } from '../../wording/describe-queries';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock, PlanLine } from '../planned';

/** Where the text contradicts itself, with the places; nothing in a report that keeps silent about it. */
export function createQueryList({ queries }: Report): AppendixBlock[] {
  if (queries === null) return [];
  const lines = queries.open.flatMap(({ rule, explanation, places }): PlanLine[] => [
    [
      createRun(text`${nameQueryRule(rule)}.`, { isBold: true }),
      createRun(text` ${isolateText(explanation)}`),
    ],
    ...places.map((place) => [createRun(describeQueryPlace(place, isolateText))]),
  ]);
  return [
    { kind: 'heading', text: queriesHeading },
    ...[[createRun(describeQueryCounts(queries))], ...lines].map(
      (line): AppendixBlock => ({ kind: 'paragraph', line }),
    ),
  ];
}
