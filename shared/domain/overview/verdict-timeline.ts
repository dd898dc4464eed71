import { z } from 'zod';
import { createRecord } from '../../text/sequences/records';
import { verdictSchema } from '../claim';
import type { Change, Edit } from '../history/change';
import { timestampSchema } from '../primitives';
import { type Verdict, verdicts } from '../verdict';

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

const count = z.int().nonnegative();

const timelinePointSchema = z.strictObject({
  at: timestampSchema,
  counts: z.strictObject(createRecord(verdicts, () => count)),
});

/** The number of claims with each verdict from a point in time until the next one. */
export type TimelinePoint = z.infer<typeof timelinePointSchema>;

/** Most points of a timeline: as many as a drawing can show. */
export const maxTimelinePoints = 200;

export const timelineSchema = z.array(timelinePointSchema).max(maxTimelinePoints);

/**
 * Counts the claims with each verdict over time, from the changes of one or more histories in any order. A longer timeline is thinned
 * out: the last point of each of `maxTimelinePoints` equal parts of the time is kept, so the last count is always right.
 */
export function createTimeline(changes: readonly VerdictChange[]): TimelinePoint[] {
  const counts = createRecord(verdicts, () => 0);
  const inOrder = changes.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const start = Date.parse(inOrder[0]?.at ?? '');
  const partMs = (Date.parse(inOrder.at(-1)?.at ?? '') - start) / (maxTimelinePoints - 1);
  const points = new Map<number, TimelinePoint>();
  for (const { at, before, after } of inOrder) {
    if (before !== null) counts[before] -= 1;
    if (after !== null) counts[after] += 1;
    const part = partMs > 0 ? Math.floor((Date.parse(at) - start) / partMs) : 0;
    points.set(part, { at, counts: readCounts(counts) });
  }
  return [...points.values()];
}

/** A damaged history may lack the change that made a claim, and no count is negative. */
function readCounts(counts: Record<Verdict, number>): TimelinePoint['counts'] {
  const read = { ...counts };
  for (const verdict of verdicts) read[verdict] = Math.max(0, read[verdict]);
  return read;
}
