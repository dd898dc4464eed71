import { describe, expect, test } from 'vitest';
import {
  countVerifiedCaveats,
  describeVerifiedCaveats,
} from '../../../../../shared/domain/overview/verified-caveats';
import {
  findReferrers,
  putEntity,
  type Review,
  removeEntity,
} from '../../../../../shared/domain/review/review';
import { openSample } from '../../reviews';

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
      ...{ id: `e${index}`, claimId: claim.id, sourceId: source.id, stance, stanceChosen: true },
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
