import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '#shared/domain/base/evidence.ts';
import type { Source } from '#shared/domain/base/source.ts';
import {
  assessEvidence,
  countVerifiedCaveats,
  describeSourceProblems,
  describeVerifiedCaveats,
} from '#shared/domain/claims/evidence-gaps.ts';
import {
  createEmptyReview,
  findReferrers,
  putEntity,
  type Review,
  removeEntity,
} from '#shared/domain/review/review.ts';
import {
  findDerivedSourceIds,
  findOriginId,
  findPossibleOrigins,
} from '#shared/domain/sources/derivation.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';
import { createProposedEvidence } from '../base/proposed-evidence.ts';

/** Creates a review with evidence from the sources for a claim, which itself is not needed. */
function createReviewWith(...sources: Source[]): Review {
  const review = createEmptyReview();
  for (const source of sources) putEntity(review, 'sources', source);
  for (const { id } of sources) {
    const evidence: Evidence = {
      id: `e${id}`,
      claimId: 'claim',
      sourceId: id,
      stance: 'supports',
      stanceChosen: true,
      locator: null,
      quote: null,
      note: null,
    };
    putEntity(review, 'evidence', evidence);
  }
  return review;
}

describe('assessEvidence', () => {
  test('a claim whose only evidence nobody has looked at has no source, and says so', () => {
    const review = createReviewWith();
    const proposed = createProposedEvidence('p', 'claim', { url: 'https://a.example/' });
    putEntity(review, 'proposedEvidence', proposed);
    expect(assessEvidence(review, 'claim')).toEqual({ sources: 0, gaps: ['noSource', 'unseenOnly'] });
    putEntity(review, 'proposedEvidence', { ...proposed, state: 'declined' });
    expect(assessEvidence(review, 'claim').gaps).toEqual(['noSource']);
    const withSource = createReviewWith(createTestSource('a'));
    putEntity(withSource, 'proposedEvidence', proposed);
    expect(assessEvidence(withSource, 'claim')).toEqual({ sources: 1, gaps: ['oneSource'] });
  });

  test('one source is a gap, and a secondary one is two', () => {
    expect(assessEvidence(createReviewWith(createTestSource('a', { primary: true })), 'claim')).toEqual({
      sources: 1,
      gaps: ['oneSource'],
    });
    expect(assessEvidence(createReviewWith(createTestSource('a')), 'claim').gaps).toEqual(['oneSource']);
    const secondary = createTestSource('a', { secondary: true });
    expect(assessEvidence(createReviewWith(secondary), 'claim').gaps).toEqual(['oneSource', 'secondaryOnly']);
  });

  test('sources are secondary only if all of them are classified so', () => {
    const secondary = createTestSource('a', { secondary: true });
    const gapsWith = (other: Source) => assessEvidence(createReviewWith(secondary, other), 'claim').gaps;
    expect(gapsWith(createTestSource('b', { secondary: true }))).toEqual(['secondaryOnly']);
    expect(gapsWith(createTestSource('b', { primary: true }))).toEqual([]);
    expect(gapsWith(createTestSource('b'))).toEqual([]);
  });

  test('unreliable sources, and those that repeat them, do not count', () => {
    const unreliable = createTestSource('b', { primary: true, standing: 'withdrawn' });
    expect(assessEvidence(createReviewWith(createTestSource('a'), unreliable), 'claim')).toEqual({
      sources: 2,
      gaps: ['oneSource'],
    });
    expect(
      assessEvidence(createReviewWith(unreliable, createTestSource('c', { derivedFrom: 'b' })), 'claim').gaps,
    ).toEqual(['unreliableOnly']);
  });

  test('the description of unreliable sources says whether they are withdrawn or wrong', () => {
    const withdrawn = createTestSource('b', { standing: 'withdrawn' });
    const repeating = createTestSource('c', { derivedFrom: 'b' });
    const wrong = createTestSource('d', { standing: 'wrong' });
    expect(describeSourceProblems(createReviewWith(withdrawn, repeating), 'claim')).toBe('withdrawn');
    expect(describeSourceProblems(createReviewWith(wrong), 'claim')).toBe('wrong');
    expect(describeSourceProblems(createReviewWith(wrong, withdrawn), 'claim')).toBe('withdrawn or wrong');
  });

  test('two sources that repeat the same third one count as one', () => {
    const review = createReviewWith(
      createTestSource('a', { derivedFrom: 'c', primary: true }),
      createTestSource('b', { derivedFrom: 'a', primary: true }),
    );
    putEntity(review, 'sources', createTestSource('c'));
    expect(assessEvidence(review, 'claim')).toEqual({ sources: 2, gaps: ['oneSource'] });
  });
});

describe('derivation', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const derivations = fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 5, maxLength: 5 });
  const createReview = (links: readonly (string | null)[]): Review => {
    const review = createEmptyReview();
    for (const [index, id] of ids.entries())
      putEntity(review, 'sources', createTestSource(id, { derivedFrom: links[index] ?? null }));
    return review;
  };

  test('every source has one origin, which it shares with what it repeats, even in a cycle', () => {
    fc.assert(
      fc.property(derivations, (links) => {
        const review = createReview(links);
        for (const id of ids) {
          const origin = findOriginId(review, id);
          expect(ids).toContain(origin);
          const derivedFrom = review.sources.get(id)?.derivedFrom;
          if (derivedFrom) expect(findOriginId(review, derivedFrom)).toBe(origin);
        }
      }),
    );
  });

  test('the possible origins of a source never close a cycle', () => {
    fc.assert(
      fc.property(derivations, fc.constantFrom(...ids), (links, id) => {
        const review = createReview(links);
        for (const origin of findPossibleOrigins(review, id)) {
          expect(origin.id).not.toBe(id);
          expect(findDerivedSourceIds(review, id).has(origin.id)).toBe(false);
        }
      }),
    );
    expect(findPossibleOrigins(createReview([null, 'a', 'b', null, null]), 'a').map(({ id }) => id)).toEqual([
      'd',
      'e',
    ]);
    expect(findPossibleOrigins(createReview([]), null)).toHaveLength(5);
  });
});

/** The sample with one claim, which has evidence of these stances. */
function openWithEvidence(
  stances: readonly ('supports' | 'refutes' | 'context')[],
  correction: string | null,
) {
  const { review } = openSample();
  const [claim] = review.claims.values();
  const [source] = review.sources.values();
  if (!claim || !source) throw new Error('the sample is empty');
  for (const { id } of findReferrers(review, `claims/${claim.id}`, 'evidence'))
    removeEntity(review, 'evidence', id);
  for (const [index, stance] of stances.entries())
    putEntity(review, 'evidence', {
      id: `e${index}`,
      claimId: claim.id,
      sourceId: source.id,
      stance,
      stanceChosen: true,
      locator: null,
      quote: null,
      note: null,
    });
  return { review, claim: { ...claim, correction } };
}

const count = ({ review, claim }: { review: Review; claim: { id: string; correction: string | null } }) =>
  countVerifiedCaveats(review, [{ claim, status: 'verified' }]);

describe('verified claims', () => {
  test.each([
    [[], null, { noSource: 1, refutedOnly: 0, corrected: 0 }],
    [['refutes', 'refutes'], null, { noSource: 0, refutedOnly: 1, corrected: 0 }],
    [['refutes', 'context'], null, { noSource: 0, refutedOnly: 0, corrected: 0 }],
    [['supports'], 'in 1909', { noSource: 0, refutedOnly: 0, corrected: 1 }],
    [[], 'in 1909', { noSource: 1, refutedOnly: 0, corrected: 1 }],
  ] as const)('with evidence that %j and the correction %j count so: %j', (stances, correction, expected) => {
    expect(count(openWithEvidence(stances, correction))).toEqual(expected);
  });

  test('count only while their verdict does', () => {
    const { review, claim } = openWithEvidence([], 'in 1909');
    for (const status of ['disputed', 'unverifiable', 'recheck', 'unchecked'] as const)
      expect(countVerifiedCaveats(review, [{ claim, status }])).toEqual({
        noSource: 0,
        refutedOnly: 0,
        corrected: 0,
      });
  });
});

describe('the sentence about them', () => {
  test('says what there is, and nothing else', () => {
    const counts = { noSource: 2, refutedOnly: 1, corrected: 3 };
    expect(describeVerifiedCaveats(counts, 12)).toBe(
      'Of 12 verified claims: 2 without a source, 1 with refuting evidence only, 3 with a correction.',
    );
    expect(describeVerifiedCaveats({ ...counts, noSource: 0, corrected: 0 }, 1)).toBe(
      'Of 1 verified claim: 1 with refuting evidence only.',
    );
    expect(describeVerifiedCaveats({ noSource: 0, refutedOnly: 0, corrected: 0 }, 12)).toBeNull();
  });

  test('leaves open whether there are sources that are not named', () => {
    const counts = { noSource: 1, refutedOnly: 0, corrected: 0 };
    expect(describeVerifiedCaveats(counts, 3, true)).toBe('Of 3 verified claims: 1 without a named source.');
    expect(describeVerifiedCaveats({ ...counts, noSource: 0, refutedOnly: 1 }, 3, true)).toBe(
      'Of 3 verified claims: 1 with refuting evidence alone among what is named.',
    );
  });
});
