import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../../main/core/storage/library/summarize-review';
import { listedSources } from '../../../../renderer/features/sources/list/source-order';
import { type ListedClaim, shownClaims, waitingClaims } from '../../../../renderer/state/review/outline';
import { countClaims } from '../../../../shared/domain/claims/claim-filter';
import { letGoClaims } from '../../../../shared/domain/claims/retired';
import { defaultReportChoices } from '../../../../shared/domain/report-options';
import { openOf, progressOf, totalOf } from '../../../../shared/domain/review/progress';
import { buildReport } from '../../../../shared/reports/model/build-report';
import { shownCount } from '../../../../shared/reports/wording/wording';
import { nextDraftOf } from '../../shared/reports/next-drafts';
import { countingFacts, mustApply, openSample, stepFor, wishes } from '../../shared/reviews';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 5 });

/** A review with a second draft in which claims wait and others were cut, after a few more steps; and what the window lists. */
function reviewWith(cut: number[], waiting: number[], wanted: Parameters<typeof stepFor>[2][]) {
  const { review, draft } = nextDraftOf(openSample(), {
    cut,
    waiting: waiting.filter((n) => !cut.includes(n)),
  });
  const facts = countingFacts('c');
  for (const wish of wanted) mustApply(review, stepFor(review, draft, wish, facts)?.edits ?? []);
  const listed: ListedClaim[] = [...shownClaims(review, draft), ...waitingClaims(review, draft)];
  return { review, draft, listed };
}

describe('counts of claims', () => {
  it('are the same in the window, the library and a report, with what waits for a place and without what was cut', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.array(wishes, { maxLength: 10 }), (cut, waiting, wanted) => {
        const { review, draft, listed } = reviewWith(cut, waiting, wanted);
        const counts = countClaims(listed);
        const { progress } = entryOf(review, draft, '2026-11-24T10:00:00.000Z');
        expect(progressOf(listed.map(({ standing }) => standing))).toEqual(progress);
        expect([counts.all, counts.open]).toEqual([totalOf(progress), openOf(progress)]);

        const facts = { at: '2026-11-24T10:00:00.000Z', by: null, timeZone: 'UTC' };
        const report = buildReport(review, draft, defaultReportChoices.options, facts);
        const { sources: _sources, primary: _primary, ...told } = report.counts;
        expect(told).toEqual({ ...progress, total: counts.all, open: counts.open });
        expect(shownCount(report)).toBe(counts.all);

        const cutIds = new Set(letGoClaims(review, draft.number).map(({ claim }) => claim.id));
        expect(listed.filter(({ claim }) => cutIds.has(claim.id))).toEqual([]);
        expect(counts.all).toBe(review.claims.size - cutIds.size);
      }),
      { numRuns: 60 },
    );
  });

  it('of a source hold the claims that wait for a place, and none that was cut', () => {
    const { review, listed } = reviewWith([1], [2], []);
    const carried = listedSources(review, listed, '', 'title').flatMap(({ claims }) => claims);
    const ties = Array.from(review.evidence.values(), ({ claimId }) => claimId);
    expect(new Set(carried.map(({ claim }) => claim.id))).toEqual(
      new Set(listed.map(({ claim }) => claim.id).filter((id) => ties.includes(id))),
    );
    expect(carried.some(({ span }) => span === null)).toBe(
      listed.some(({ span, claim }) => span === null && ties.includes(claim.id)),
    );
  });
});
