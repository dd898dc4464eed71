import type { PlanLine, WordPlan } from '../../../../../shared/reports/word/word-plan';
import type { Cuts } from '../story/cuts';
import type { ChangeFinder } from './change-finder';
import type { TrackableChange } from './trackable-change';

export interface PlannedChanges {
  tracked: TrackableChange[];
  /** The lines about those that can't be tracked, by the index of the comment. */
  notTracked: Map<number, PlanLine[]>;
  notTrackedCount: number;
}

/** Finds out which changes of a plan can be tracked, and cuts runs at their ends. */
export function planChanges(
  { changes, comments }: WordPlan,
  finder: ChangeFinder,
  cuts: Cuts,
): PlannedChanges {
  const planned: PlannedChanges = { tracked: [], notTracked: new Map(), notTrackedCount: 0 };
  for (const change of changes) {
    const claim = change.comment === null ? null : comments[change.comment];
    const found = finder.find(change, claim?.span?.start === change.span.start);
    if (found) {
      planned.tracked.push(...found);
      for (const { beside, deleted } of found)
        for (const edge of [beside, deleted?.start]) if (edge) cuts.add(edge.element, edge.offset);
      continue;
    }
    planned.notTrackedCount += 1;
    if (change.comment === null) continue;
    const lines = planned.notTracked.get(change.comment) ?? [];
    planned.notTracked.set(change.comment, [...lines, change.lineIfNotTracked]);
  }
  return planned;
}
