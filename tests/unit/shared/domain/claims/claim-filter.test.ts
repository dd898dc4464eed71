import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countClaims,
  extraFilters,
  matchesFilter,
  noFilter,
  verdictFilters,
} from '../../../../../shared/domain/claims/claim-filter';
import { backingGaps } from '../../../../../shared/domain/claims/evidence-gaps';
import { standings } from '../../../../../shared/domain/verdict';

const claims = fc.array(
  fc.record({
    standing: fc.constantFrom(...standings),
    backing: fc.record({ gaps: fc.subarray([...backingGaps]) }),
  }),
);

describe('filters of claims', () => {
  it('list as many claims as their counts say', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const counts = countClaims(all);
        for (const verdict of verdictFilters)
          expect(all.filter((claim) => matchesFilter(claim, { verdict, extras: [] }))).toHaveLength(
            counts[verdict],
          );
        for (const extra of extraFilters)
          expect(all.filter((claim) => matchesFilter(claim, { ...noFilter, extras: [extra] }))).toHaveLength(
            counts[extra],
          );
      }),
    );
  });

  it('count every claim under one way of standing, and the open ones under two', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const counts = countClaims(all);
        expect(standings.reduce((sum, standing) => sum + counts[standing], 0)).toBe(counts.all);
        expect(counts.open).toBe(counts.unchecked + counts.recheck);
      }),
    );
  });

  it('list what has any of the extras, of the verdict that is chosen', () => {
    fc.assert(
      fc.property(
        claims,
        fc.constantFrom(...verdictFilters),
        fc.subarray([...extraFilters], { minLength: 1 }),
        (all, verdict, extras) => {
          for (const claim of all) {
            const each = extras.map((extra) => matchesFilter(claim, { verdict, extras: [extra] }));
            expect(matchesFilter(claim, { verdict, extras })).toBe(each.includes(true));
          }
        },
      ),
    );
  });
});
