import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countClaims,
  extraFilters,
  matchesFilter,
  noFilter,
  verdictFilters,
} from '../../../../../shared/domain/claims/claim-filter';
import { evidenceGaps } from '../../../../../shared/domain/claims/evidence-gaps';
import { claimStatuses } from '../../../../../shared/domain/verdict';

const claims = fc.array(
  fc.record({
    status: fc.constantFrom(...claimStatuses),
    evidence: fc.record({ gaps: fc.subarray([...evidenceGaps]) }),
  }),
);

describe('claim filters', () => {
  it('each filter lists as many claims as it counts', () => {
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

  it('every claim is counted under one status, and an open one also as open', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const counts = countClaims(all);
        expect(claimStatuses.reduce((sum, status) => sum + counts[status], 0)).toBe(counts.all);
        expect(counts.open).toBe(counts.unchecked + counts.recheck);
      }),
    );
  });

  it('extra filters list the claims of the verdict that match at least one of them', () => {
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
