import type { Change } from '../../../shared/domain/history/change';
import type { Model } from '../model/model';

/** The actions that may bring back or carry over the verdicts of any claim. */
const actionsOnMany = new Set<string>(['undo', 'redo', 'draft.import', 'draft.correct']);

/** No verdict changes without a command that sets it, whatever has the focus. */
export function verdictsAreSet(newChanges: readonly Change[], model: Model): string[] {
  return newChanges.flatMap(({ action, edits }) => {
    if (actionsOnMany.has(action)) return [];
    return edits.flatMap((edit) => {
      if (edit.table !== 'claims' || !('update' in edit)) return [];
      const { before, after } = edit.update;
      if (after.verdict === undefined || after.verdict === before.verdict) return [];
      const isSet = model.content.claims[edit.id]?.verdict === after.verdict;
      return isSet
        ? []
        : [`no command set the verdict of a claim, which was ${before.verdict}: ${after.verdict}`];
    });
  });
}
