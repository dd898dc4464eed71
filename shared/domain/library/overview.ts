import { z } from 'zod';
import { createRecord } from '#shared/text/sequences/records.ts';
import { verdictSchema } from '../base/claim.ts';
import { timestampSchema } from '../base/primitives.ts';
import { type Source, sourceKinds } from '../base/source.ts';
import { type Verdict, verdicts } from '../base/verdict.ts';
import { assessEvidence } from '../claims/evidence-gaps.ts';
import type { Change, Edit } from '../review/change.ts';
import { findReferrers, type Review } from '../review/review.ts';

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

export const articleFiguresSchema = z.strictObject({
  /** Pieces of evidence by the kind of their source; a kind without evidence is left out. */
  evidence: z.array(z.strictObject({ kind: z.enum(sourceKinds), count })),
  /** Claims with one independent source, and claims without any. */
  singleSourced: count,
  unsourced: count,
});

/** The figures of an article's evidence that an overview shows. */
export type ArticleFigures = z.infer<typeof articleFiguresSchema>;

/** Counts the evidence of claims. The claims are those that count in the draft, so without the retired ones. */
export function countEvidence(review: Review, claimIds: readonly string[]): ArticleFigures {
  const byKind = new Map<Source['kind'], number>();
  let singleSourced = 0;
  let unsourced = 0;
  for (const id of claimIds) {
    const { gaps } = assessEvidence(review, id);
    if (gaps.includes('oneSource')) singleSourced += 1;
    if (gaps.includes('noSource')) unsourced += 1;
    for (const { sourceId } of findReferrers(review, `claims/${id}`, 'evidence')) {
      const kind = review.sources.get(sourceId)?.kind;
      if (kind) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    }
  }
  const evidence = sourceKinds.flatMap((kind) => {
    const found = byKind.get(kind);
    return found === undefined ? [] : [{ kind, count: found }];
  });
  return { evidence, singleSourced, unsourced };
}

/** Adds the figures of several articles. */
export function sumFigures(all: readonly ArticleFigures[]): ArticleFigures {
  const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
  const evidence = sourceKinds.flatMap((kind) => {
    const found = sum(all.map((figures) => figures.evidence.find((one) => one.kind === kind)?.count ?? 0));
    return found === 0 ? [] : [{ kind, count: found }];
  });
  return {
    evidence,
    singleSourced: sum(all.map((figures) => figures.singleSourced)),
    unsourced: sum(all.map((figures) => figures.unsourced)),
  };
}
