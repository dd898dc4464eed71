import { describe, expect, test } from 'vitest';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { reviewToData } from '../../../../../shared/domain/review/review-copy';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow } from '../../reviews';
import { createProposal } from '../checked-articles';
import {
  addReturned,
  authorReply,
  ferryParagraphs,
  getClaim,
  openFerry,
  returnClaim,
} from './returned-reports';

const second = { by: 'Ada Stone', at: '2026-11-23T10:00:00.000Z', text: 'Page 8' };

describe('answers', () => {
  test('are stored on their claims in the same change, and one undo takes them back', () => {
    const { review, draft, cars, yard } = openFerry();
    const before = reviewToData(review);
    const after = createProposal(...ferryParagraphs);
    const claims = [
      returnClaim(review, draft, cars, findWords(after.text, '12 million'), {
        replies: [authorReply],
        isResolved: true,
      }),
      returnClaim(review, draft, yard, findWords(after.text, 'Gdansk')),
    ];
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.counts).toMatchObject({ comments: 2, unknown: 0, answered: 1 });
    applyOrThrow(review, next.edits);
    expect(review.claims.size).toBe(2);
    expect(getClaim(review, cars).answers).toEqual([
      { draftId: next.draft.id, replies: [authorReply], isResolved: true, correction: null },
    ]);
    expect(getClaim(review, yard).answers).toEqual([]);
    applyOrThrow(review, invertEdits(next.edits));
    expect(reviewToData(review)).toEqual(before);
  });

  test('come once, and only what is new in them comes with the next file', () => {
    const { review, draft, cars } = openFerry();
    const after = createProposal(...ferryParagraphs);
    const place = findWords(after.text, '12 million');
    const back = (replies: (typeof authorReply)[]) => ({
      ...after,
      claims: [returnClaim(review, draft, cars, place, { replies })],
    });
    const first = addReturned(review, draft, back([authorReply]));
    applyOrThrow(review, first.edits);
    const again = addReturned(review, draft, back([authorReply]), 'o');
    expect(again.answers).toEqual([]);
    const more = addReturned(review, first.draft, back([authorReply, second]), 'p');
    applyOrThrow(review, more.edits);
    expect(getClaim(review, cars).answers.map(({ replies }) => replies)).toEqual([[authorReply], [second]]);
  });

  test('of a comment that belongs to no claim make a claim, as any comment does', () => {
    const { review, draft, cars } = openFerry();
    const after = createProposal(...ferryParagraphs);
    const foreign = returnClaim(review, draft, cars, findWords(after.text, 'built'), {
      more: { durableId: '00000001', number: 9 },
    });
    const [first] = foreign.annotation?.comments ?? [];
    if (first) first.by = 'Somebody else';
    const next = addReturned(review, draft, { ...after, claims: [foreign] });
    expect(next.counts).toMatchObject({ comments: 0, unknown: 1 });
    expect(next.proposal.claims).toMatchObject([{ annotation: { comments: [{ by: 'Somebody else' }] } }]);
    applyOrThrow(review, next.edits);
    expect(review.claims.size).toBe(3);
  });
});

test('comments of two reports on one claim are one answer', () => {
  const { review, draft, yard } = openFerry();
  const after = createProposal(...ferryParagraphs);
  const place = findWords(after.text, 'Gdansk');
  const claims = [
    returnClaim(review, draft, yard, place, { replies: [authorReply] }),
    returnClaim(review, draft, yard, place, { replies: [second], more: { durableId: '00000002' } }),
  ];
  const next = addReturned(review, draft, { ...after, claims });
  expect(next.counts).toMatchObject({ comments: 2, answered: 1 });
  expect(next.answers.map(({ answer }) => answer.replies)).toEqual([[authorReply, second]]);
});
