import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimKinds, correctionOutcomes, type Reply } from '#shared/domain/base/claim.ts';
import { claimStatuses } from '#shared/domain/base/verdict.ts';
import {
  type ChosenFacets,
  countClaims,
  countFacet,
  createClaimMatcher,
  type FilterableClaim,
  facetNames,
  isVerdictOnly,
  noFacets,
  noFilter,
  sortClaims,
  verdictFilters,
} from '#shared/domain/claims/claim-filter.ts';
import { evidenceGaps } from '#shared/domain/claims/evidence-gaps.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';

const answer = fc.record({
  draftId: fc.constant('d2'),
  replies: fc.constantFrom<Reply[]>([], [{ by: null, at: null, text: 'See the register.' }]),
  isResolved: fc.boolean(),
  correction: fc.option(
    fc.record({ text: fc.constant('21 million'), outcome: fc.constantFrom(...correctionOutcomes) }),
  ),
});

const text = 'Ferries carried 12 million people in 2019.';

const claim: fc.Arbitrary<FilterableClaim> = fc
  .record({
    status: fc.constantFrom(...claimStatuses),
    gaps: fc.subarray([...evidenceGaps]),
    answers: fc.array(answer, { maxLength: 2 }),
    kind: fc.option(fc.constantFrom(...claimKinds)),
    tagIds: fc.subarray(['legal', 'author']),
    claimant: fc.option(fc.constantFrom('The mayor', 'A driver')),
    createdBy: fc.option(fc.constantFrom('Ada', 'Ben')),
    start: fc.nat({ max: 30 }),
    note: fc.option(fc.constantFrom('Ask again', 'See “the register”')),
    id: fc.uuid(),
  })
  .map(({ status, gaps, start, id, ...fields }) => ({
    claim: {
      id,
      verdict: 'unchecked',
      judged: null,
      correction: null,
      createdAt: '2026-11-24T10:00:00.000Z',
      ...fields,
    },
    placement: {
      id: `p${id}`,
      claimId: id,
      draftId: 'd1',
      span: null,
      status: 'marked',
      candidates: [],
      changes: [],
      resolved: true,
    },
    span: { start, end: start + 8 },
    status,
    evidence: { gaps },
  }));

const claims = fc.array(claim, { maxLength: 12 });
const context = { review: createEmptyReview(), draft: { text } };

const facets: fc.Arbitrary<ChosenFacets> = fc.record({
  recheck: fc.subarray(['recheck']),
  evidence: fc.subarray([...evidenceGaps]),
  answer: fc.subarray(['answered', 'resolved']),
  kind: fc.subarray([...claimKinds, '']),
  tag: fc.subarray(['legal', 'author', '']),
  source: fc.constant([]),
  claimant: fc.subarray(['The mayor', 'A driver', '']),
  reviewer: fc.subarray(['Ada', 'Ben', '']),
});

describe('claim filters', () => {
  it('each filter by verdict lists as many claims as it counts', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const counts = countClaims(all);
        for (const verdict of verdictFilters)
          expect(all.filter(createClaimMatcher({ ...noFilter, verdict }, context))).toHaveLength(
            counts[verdict],
          );
      }),
    );
  });

  it('each value of a facet lists as many claims as it counts', () => {
    fc.assert(
      fc.property(claims, (all) => {
        for (const facet of facetNames)
          for (const [value, count] of countFacet(all, facet, context)) {
            const filter = { ...noFilter, facets: { ...noFacets, [facet]: [value] } };
            expect(all.filter(createClaimMatcher(filter, context))).toHaveLength(count);
          }
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

  it('a filter lists what all of its facets list, and each facet what any of its values lists', () => {
    const query = fc.constantFrom('', ' ', '12 MILLION', 'ferries', 'see "the', 'mayor', 'nowhere');
    fc.assert(
      fc.property(
        claims,
        facets,
        fc.constantFrom(...verdictFilters),
        query,
        (all, chosen, verdict, sought) => {
          const matches = createClaimMatcher({ verdict, facets: chosen, text: sought }, context);
          for (const one of all) {
            const alone = (part: Partial<typeof noFilter>) =>
              createClaimMatcher({ ...noFilter, ...part }, context)(one);
            const byFacet = facetNames.every(
              (facet) =>
                chosen[facet].length === 0 ||
                chosen[facet].some((value) => alone({ facets: { ...noFacets, [facet]: [value] } })),
            );
            expect(matches(one)).toBe(alone({ verdict }) && byFacet && alone({ text: sought }));
          }
        },
      ),
    );
  });

  it('a filter without facets and text hides nothing besides its verdict', () => {
    fc.assert(
      fc.property(claims, facets, (all, chosen) => {
        const filter = { ...noFilter, facets: chosen };
        if (isVerdictOnly(filter)) expect(all.every(createClaimMatcher(filter, context))).toBe(true);
      }),
    );
  });

  it('a claim is found by its words, note, correction and claimant, in any case and typography, but not across them', () => {
    const [one] = fc.sample(claim, 1);
    if (!one) throw new Error('no claim');
    const listed = {
      ...one,
      span: { start: 16, end: 26 },
      claim: { ...one.claim, note: 'See “the register”', correction: '21 million', claimant: 'The mayor' },
    };
    const finds = (sought: string) => createClaimMatcher({ ...noFilter, text: sought }, context)(listed);
    expect(['12 MILLION', '"the register"', '21 mil', 'mayor'].map(finds)).toEqual([true, true, true, true]);
    expect(['Ferries', 'million See', 'people'].map(finds)).toEqual([false, false, false]);
  });

  it('a claim is answered when the author said or decided something, not when a correction came back undecided or a comment was resolved', () => {
    const [one] = fc.sample(claim, 1);
    if (!one) throw new Error('no claim');
    const isListed = (answers: typeof one.claim.answers, value: 'answered' | 'resolved' = 'answered') =>
      createClaimMatcher(
        { ...noFilter, facets: { ...noFacets, answer: [value] } },
        context,
      )({ ...one, claim: { ...one.claim, answers } });
    const nothing = { draftId: 'd2', replies: [], isResolved: false };
    const undecided = { ...nothing, correction: { text: '21 million', outcome: 'undecided' as const } };
    expect([isListed([]), isListed([undecided])]).toEqual([false, false]);
    const resolved = { ...undecided, isResolved: true, correction: null };
    expect([isListed([resolved]), isListed([resolved], 'resolved')]).toEqual([false, true]);
    expect(isListed([resolved, undecided], 'resolved')).toBe(false);
    expect(isListed([{ ...nothing, correction: null, replies: [{ by: 'Ann', at: null, text: 'No' }] }])).toBe(
      true,
    );
    expect(isListed([{ ...undecided, correction: { text: '21 million', outcome: 'rejected' } }])).toBe(true);
  });

  it('sorting loses no claim, and leaves equal ones in the order of their places', () => {
    const times = fc.array(fc.constantFrom('2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z', null));
    fc.assert(
      fc.property(claims, times, fc.constantFrom('place', 'verdict', 'changed'), (all, at, order) => {
        const changes = new Map(
          all.flatMap(({ claim: { id } }, index) => (at[index] ? [[id, at[index]] as const] : [])),
        );
        const sorted = sortClaims(all, order, changes);
        expect(new Set(sorted)).toEqual(new Set(all));
        const key = (one: FilterableClaim) =>
          order === 'verdict'
            ? claimStatuses.indexOf(one.status)
            : order === 'changed'
              ? -Date.parse(changes.get(one.claim.id) ?? '1970-01-01')
              : 0;
        for (const [index, one] of sorted.entries()) {
          const next = sorted[index + 1];
          if (!next) continue;
          expect(key(one)).toBeLessThanOrEqual(key(next));
          if (key(one) === key(next)) expect(all.indexOf(one)).toBeLessThan(all.indexOf(next));
        }
      }),
    );
  });
});
