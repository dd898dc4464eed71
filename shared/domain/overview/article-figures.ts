import { z } from 'zod';
import { assessEvidence } from '../claims/evidence-gaps';
import { findReferrers, type Review } from '../review/review';
import { type Source, sourceKinds } from '../source';

const count = z.int().nonnegative();

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
