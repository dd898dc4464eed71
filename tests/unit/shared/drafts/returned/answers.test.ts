import { describe, expect, test } from 'vitest';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { findPlacement } from '../../../../../shared/domain/review/placed-claims';
import { reviewToData } from '../../../../../shared/domain/review/review-copy';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow, createEditContext } from '../../reviews';
import { createProposal } from '../checked-articles';
import {
  addReturned,
  authorReply,
  changeClaim,
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

test('an answer to a claim whose words the author deleted stands on the claim, which is not in the draft', () => {
  const { review, draft, yard } = openFerry();
  const [cars = ''] = ferryParagraphs;
  const after = createProposal(cars);
  const { annotation } = returnClaim(review, draft, yard, { start: 0, end: 2 }, { replies: [authorReply] });
  if (!annotation) throw new Error('a comment is an annotation');
  const next = addReturned(review, draft, { ...after, annotationsWithoutWords: [annotation] });
  applyOrThrow(review, next.edits);
  expect(next.proposal.annotationsWithoutWords).toEqual([]);
  expect(review.claims.size).toBe(2);
  expect(getClaim(review, yard).answers.map(({ replies }) => replies)).toEqual([[authorReply]]);
  expect(findPlacement(review, yard, next.draft.id)).toMatchObject({ span: null, status: 'lost' });
});

test('an answer to a claim that was judged and corrected since the report changes neither', () => {
  const { review, draft, yard } = openFerry();
  const after = createProposal(...ferryParagraphs);
  const back = returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), { replies: [authorReply] });
  const later = { ...createEditContext('l'), at: '2026-12-01T00:00:00.000Z' };
  applyOrThrow(review, setVerdict(review, draft, getClaim(review, yard), 'disputed', later)?.edits ?? []);
  changeClaim(review, yard, { correction: 'Gdynia' });
  const { judged } = getClaim(review, yard);
  const next = addReturned(review, draft, { ...after, claims: [back] });
  applyOrThrow(review, next.edits);
  expect(review.claims.size).toBe(2);
  expect(getClaim(review, yard)).toMatchObject({ verdict: 'disputed', judged, correction: 'Gdynia' });
  expect(getClaim(review, yard).answers).toMatchObject([{ replies: [authorReply], correction: null }]);
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
