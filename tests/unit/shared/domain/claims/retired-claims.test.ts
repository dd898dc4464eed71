import { expect, test } from 'vitest';
import { findRetiredClaims, getFormerWords } from '../../../../../shared/domain/claims/retired-claims';
import { createNextDraft } from '../../reports/next-draft';
import { openSample } from '../../reviews';

const listRetired = (review: Parameters<typeof findRetiredClaims>[0], draftNumber: number) =>
  findRetiredClaims(review, draftNumber).map(({ draftNumber: number, placement }) => [
    number,
    getFormerWords(placement),
  ]);

test('retired claims keep their former text, and are sorted by draft and text', () => {
  const second = createNextDraft(openSample(), { cut: [6, 3], waiting: [7] });
  const third = createNextDraft(second, { cut: [1] });
  const inSecond = listRetired(third.review, 2);
  expect(inSecond).toHaveLength(2);
  expect(inSecond).toContainEqual([2, 'cost €412 million']);
  expect(inSecond).toEqual(inSecond.toSorted(([, a], [, b]) => (String(a) < String(b) ? -1 : 1)));
  expect(listRetired(third.review, 3).map(([number]) => number)).toEqual([2, 2, 3]);
  expect(listRetired(third.review, 1)).toEqual([]);
});

test('a claim that has a span again in a later draft is not retired', () => {
  const second = createNextDraft(openSample(), { cut: [3] });
  const [retired] = findRetiredClaims(second.review, 2);
  const third = createNextDraft(second, {});
  const [placement] = third.review.placements.values();
  if (!retired || !placement) throw new Error('no claim was retired');
  third.review.placements.set('again', {
    ...placement,
    id: 'again',
    claimId: retired.claim.id,
    draftId: third.draft.id,
  });
  expect(listRetired(third.review, 2)).toHaveLength(1);
  expect(listRetired(third.review, 3)).toEqual([]);
});
