import { expect, test } from 'vitest';
import { letGoClaims, wordsBefore } from '../../../../../shared/domain/claims/retired';
import { nextDraftOf } from '../../reports/next-drafts';
import { openSample } from '../../reviews';

const told = (review: Parameters<typeof letGoClaims>[0], draftNumber: number) =>
  letGoClaims(review, draftNumber).map(({ draftNumber: number, placement }) => [
    number,
    wordsBefore(placement),
  ]);

test('claims that were let go keep their words; by draft, then by words', () => {
  const second = nextDraftOf(openSample(), { cut: [6, 3], waiting: [7] });
  const third = nextDraftOf(second, { cut: [1] });
  const inSecond = told(third.review, 2);
  expect(inSecond).toHaveLength(2);
  expect(inSecond).toContainEqual([2, 'cost €412 million']);
  expect(inSecond).toEqual(inSecond.toSorted(([, a], [, b]) => (String(a) < String(b) ? -1 : 1)));
  expect(told(third.review, 3).map(([number]) => number)).toEqual([2, 2, 3]);
  expect(told(third.review, 1)).toEqual([]);
});

test('one that has a place again in a later draft is not let go', () => {
  const second = nextDraftOf(openSample(), { cut: [3] });
  const [gone] = letGoClaims(second.review, 2);
  const third = nextDraftOf(second, {});
  const [placement] = third.review.placements.values();
  if (!gone || !placement) throw new Error('a claim was cut');
  third.review.placements.set('again', {
    ...placement,
    ...{ id: 'again', claimId: gone.claim.id, draftId: third.draft.id },
  });
  expect(told(third.review, 2)).toHaveLength(1);
  expect(told(third.review, 3)).toEqual([]);
});
