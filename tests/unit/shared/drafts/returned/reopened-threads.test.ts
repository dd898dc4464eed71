import { expect, test } from 'vitest';
import type { ReturnedComment } from '../../../../../shared/import/annotations/annotation';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow } from '../../reviews';
import { createProposal, openCheckedArticle } from '../checked-articles';
import { addReturned, returnClaim } from './returned-reports';

const paragraphs = ['It carried 12 million cars in 2019.'];

/** An article whose author resolved the comment on a claim, and the answers that a further report brings. */
function open() {
  const { review, draft, claimIds } = openCheckedArticle(paragraphs, { '12 million': 'disputed' });
  const [cars = ''] = claimIds;
  const after = createProposal(...paragraphs);
  const place = findWords(after.text, '12 million');
  const resolved = { ...after, claims: [returnClaim(review, draft, cars, place, { isResolved: true })] };
  const first = addReturned(review, draft, resolved);
  applyOrThrow(review, first.edits);
  const importedAt = review.drafts.get(first.draft.id)?.importedAt ?? '';
  const answerAfter = (isResolved: boolean, status: ReturnedComment['status'], seconds: number) => {
    const reply = returnClaim(review, first.draft, cars, place, { isResolved, more: { status } });
    const [comment] = reply.annotation?.comments ?? [];
    if (comment) comment.at = new Date(Date.parse(importedAt) + seconds * 1_000).toISOString();
    const claims = [returnClaim(review, first.draft, cars, place, { isResolved }), reply];
    return addReturned(review, first.draft, { ...after, claims }, 'p').answers.map(({ answer }) => answer);
  };
  return { answerAfter };
}

test('a thread that our reply opened again was not opened by the author', () => {
  expect(open().answerAfter(false, 'disputed', 60)).toEqual([]);
});

test('an author who resolves it again answers again', () => {
  expect(open().answerAfter(true, 'disputed', 60)).toMatchObject([{ isResolved: true }]);
});

test('an author who opens a thread answers, as no report does it for a verified claim, or before the author resolved it', () => {
  expect(open().answerAfter(false, 'verified', 60)).toMatchObject([{ isResolved: false }]);
  expect(open().answerAfter(false, 'disputed', -60)).toMatchObject([{ isResolved: false }]);
});
