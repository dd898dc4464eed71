import { expect, test } from 'vitest';
import { describeFieldChanges } from '../../../../../../renderer/features/claims/card/describe-fields';
import type { Answer } from '../../../../../../shared/domain/answer';
import { openSample } from '../../../../shared/reviews';

const { review, draft } = openSample();
const context = { review, draft, maxQuoteLength: 80 };
const first: Answer = {
  draftId: 'd2',
  replies: [{ by: 'Ada', at: null, text: 'See p. 7' }],
  isResolved: true,
  correction: { text: '21', outcome: 'accepted' },
};
const reopened: Answer = { draftId: 'd3', replies: [], isResolved: false, correction: null };

test('the history of a claim names what an answer brought, and nothing that came before', () => {
  const before = { answers: [], correction: '21' };
  expect(describeFieldChanges(before, { answers: [first], correction: null }, context)).toEqual([
    'Answer by Ada: “See p. 7”',
    'Comment resolved by the author',
    'Correction “21” accepted by the author',
  ]);
  expect(describeFieldChanges({ answers: [first] }, { answers: [first, reopened] }, context)).toEqual([
    'Comment opened again by the author',
  ]);
});
