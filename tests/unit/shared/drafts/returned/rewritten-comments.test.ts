import { expect, test } from 'vitest';
import type { ReturnedComment } from '../../../../../shared/import/annotations/annotation';
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

const rewritten = { status: null, number: null };

/** The file with one comment whose text is the author's now. */
function openRewritten(more: Partial<ReturnedComment>) {
  const opened = openFerry();
  const { review, draft, yard } = opened;
  const after = createProposal(...ferryParagraphs);
  const claim = returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), {
    more: { ...rewritten, ...more },
    replies: [authorReply],
  });
  const [first] = claim.annotation?.comments ?? [];
  if (first) first.text = 'No, in Gdynia';
  return { ...opened, after: { ...after, claims: [claim] } };
}

test.each([
  ['its durable id', {}],
  ['author, time and place', { durableId: null }],
])('a comment that the author rewrote answers its claim, which is known by %s', (_by, more) => {
  const { review, draft, yard, after } = openRewritten(more);
  const first = addReturned(review, draft, after);
  expect(first.counts).toMatchObject({ comments: 1, unknown: 0, answered: 1 });
  applyOrThrow(review, first.edits);
  expect(review.claims.size).toBe(2);
  expect(getClaim(review, yard).answers[0]?.replies).toEqual([
    { by: null, at: null, text: 'No, in Gdynia' },
    authorReply,
  ]);
  expect(addReturned(review, first.draft, after, 'o').answers).toEqual([]);
});
