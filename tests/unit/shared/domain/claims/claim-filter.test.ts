import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionOutcomes, type Reply } from '../../../../../shared/domain/answer';
import {
  countClaims,
  extraFilters,
  type FilterableClaim,
  matchesFilter,
  noFilter,
  verdictFilters,
} from '../../../../../shared/domain/claims/claim-filter';
import { evidenceGaps } from '../../../../../shared/domain/claims/evidence-gaps';
import { claimStatuses } from '../../../../../shared/domain/verdict';

const answer = fc.record({
  draftId: fc.constant('d2'),
  replies: fc.constantFrom<Reply[]>([], [{ by: null, at: null, text: 'See the register.' }]),
  isResolved: fc.boolean(),
  correction: fc.option(
    fc.record({ text: fc.constant('21 million'), outcome: fc.constantFrom(...correctionOutcomes) }),
  ),
});

const claims = fc.array(
  fc.record({
    claim: fc.record({ answers: fc.array(answer, { maxLength: 2 }) }),
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

  it('a claim is answered when the author said or decided something, not when a correction came back undecided or a comment was resolved', () => {
    const isListed = (
      answers: FilterableClaim['claim']['answers'],
      extra: 'answered' | 'resolved' = 'answered',
    ) =>
      matchesFilter(
        { claim: { answers }, status: 'verified', evidence: { gaps: [] } },
        { ...noFilter, extras: [extra] },
      );
    const nothing = { draftId: 'd2', replies: [], isResolved: false };
    const undecided = { ...nothing, correction: { text: '21 million', outcome: 'undecided' as const } };
    expect([isListed([]), isListed([undecided])]).toEqual([false, false]);
    const resolved = { ...undecided, isResolved: true, correction: null };
    expect([isListed([resolved]), isListed([resolved], 'resolved')]).toEqual([false, true]);
    expect([
      isListed(
        [nothing, undecided].map((one) => ({ ...resolved, ...one })),
        'resolved',
      ),
    ]).toEqual([false]);
    expect(isListed([{ ...nothing, correction: null, replies: [{ by: 'Ann', at: null, text: 'No' }] }])).toBe(
      true,
    );
    expect(isListed([{ ...undecided, correction: { text: '21 million', outcome: 'rejected' } }])).toBe(true);
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
