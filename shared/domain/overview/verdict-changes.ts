import { verdictSchema } from '../claim';
import type { Change, Edit } from '../history/change';
import type { Verdict } from '../verdict';

/** A claim that was marked, judged anew or deleted: its verdict before and after; null where there is no claim. */
export interface VerdictChange {
  /** Timestamp as in the history. */
  at: string;
  before: Verdict | null;
  after: Verdict | null;
}

/**
 * The changes of verdicts in a history, in its order. Undone changes are followed by their inverse, so both are listed. An edit of a
 * later version with a verdict that is not known here is left out.
 */
export function listVerdictChanges(changes: readonly Change[]): VerdictChange[] {
  return changes.flatMap(({ at, edits }) =>
    edits.flatMap((edit) => {
      if (edit.table !== 'claims') return [];
      const { before, after } = readVerdicts(edit);
      return before === after ? [] : [{ at, before, after }];
    }),
  );
}

function readVerdicts(edit: Edit): Omit<VerdictChange, 'at'> {
  const read = (fields: Record<string, unknown>) => verdictSchema.safeParse(fields.verdict).data ?? null;
  if ('create' in edit) return { before: null, after: read(edit.create) };
  if ('delete' in edit) return { before: read(edit.delete), after: null };
  return { before: read(edit.update.before), after: read(edit.update.after) };
}
