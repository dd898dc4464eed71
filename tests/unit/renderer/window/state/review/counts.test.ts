import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeReview } from '#main/storage/article/article-summary.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { countShownClaims } from '#main/worker/reports/wording/describe-report.ts';
import { listSources } from '#renderer/window/features/sources/list-sources.ts';
import { buildOutline, getUnplacedClaims, type ListedClaim } from '#renderer/window/state/review/outline.ts';
import { countClaims } from '#shared/domain/claims/claim-filter.ts';
import { findRetiredClaims } from '#shared/domain/review/placed-claims.ts';
import { countByStatus, countOpen, countTotal } from '#shared/domain/review/progress.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { choose } from '#tests/unit/effort.ts';
import { createNextDraft } from '#tests/unit/main/worker/reports/next-draft.ts';
import {
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toStep,
} from '#tests/unit/shared/reviews.ts';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 5 });

/** A review with a second draft in which claims wait and others were cut, after a few more steps; and what the window lists. */
function reviewWith(cut: number[], waiting: number[], wanted: Parameters<typeof toStep>[2][]) {
  const { review, draft } = createNextDraft(openSample(), {
    cut,
    waiting: waiting.filter((n) => !cut.includes(n)),
  });
  const facts = createEditContext('c');
  for (const wish of wanted) applyOrThrow(review, toStep(review, draft, wish, facts)?.edits ?? []);
  const listed: ListedClaim[] = [...buildOutline(review, draft), ...getUnplacedClaims(review, draft)];
  return { review, draft, listed };
}

describe('counts of claims', () => {
  it('counts of claims are the same in the window, the library and a report, with unplaced and without retired claims', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.array(randomActions, { maxLength: 10 }), (cut, waiting, wanted) => {
        const { review, draft, listed } = reviewWith(cut, waiting, wanted);
        const counts = countClaims(listed);
        const { progress } = summarizeReview('article', review, draft, '2026-11-24T10:00:00.000Z');
        expect(countByStatus(listed.map(({ status }) => status))).toEqual(progress);
        expect([counts.all, counts.open]).toEqual([countTotal(progress), countOpen(progress)]);

        const facts = { at: '2026-11-24T10:00:00.000Z', by: null, timeZone: 'UTC' };
        const report = buildReport(review, draft, defaultReportChoices.options, facts);
        const { sources: _sources, primary: _primary, ...claimCounts } = report.counts;
        expect(claimCounts).toEqual({ ...progress, total: counts.all, open: counts.open });
        expect(countShownClaims(report)).toBe(counts.all);

        const cutIds = new Set(findRetiredClaims(review, draft.number).map(({ claim }) => claim.id));
        expect(listed.filter(({ claim }) => cutIds.has(claim.id))).toEqual([]);
        expect(counts.all).toBe(review.claims.size - cutIds.size);
      }),
      { numRuns: choose(15, 60) },
    );
  });

  it('the claims of a source include unplaced claims and no retired ones', () => {
    const { review, listed } = reviewWith([1], [2], []);
    const carried = listSources(review, listed, '', 'title').flatMap(({ claims }) => claims);
    const ties = Array.from(review.evidence.values(), ({ claimId }) => claimId);
    expect(new Set(carried.map(({ claim }) => claim.id))).toEqual(
      new Set(listed.map(({ claim }) => claim.id).filter((id) => ties.includes(id))),
    );
    expect(carried.some(({ span }) => span === null)).toBe(
      listed.some(({ span, claim }) => span === null && ties.includes(claim.id)),
    );
  });
});
