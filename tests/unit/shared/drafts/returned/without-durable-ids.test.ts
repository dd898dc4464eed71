import { describe, expect, test } from 'vitest';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow, createEditContext } from '../../reviews';
import { createProposal, openCheckedArticle } from '../checked-articles';
import {
  addReturned,
  authorReply,
  ferryParagraphs,
  getClaim,
  openFerry,
  returnClaim,
} from './returned-reports';

describe('a claim without its durable id', () => {
  const lost = { durableId: null };

  test.each([
    ['its words', 'Gdansk'],
    ['its place, which the comment covers in part', 'built in Gdansk'],
  ])('is found by author, time and %s', (_what, words) => {
    const { review, draft, yard } = openFerry();
    const after = createProposal(...ferryParagraphs);
    const span = findWords(after.text, words);
    const next = addReturned(review, draft, {
      ...after,
      claims: [returnClaim(review, draft, yard, span, { more: lost, replies: [authorReply] })],
    });
    expect(next.answers.map(({ claim }) => claim.id)).toEqual([yard]);
  });

  test('is found by number and words when it was judged again since', () => {
    const { review, draft, yard } = openFerry();
    const after = createProposal(...ferryParagraphs);
    const claims = [
      returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), {
        more: lost,
        replies: [authorReply],
      }),
    ];
    const later = { ...createEditContext('l'), at: '2026-12-01T00:00:00.000Z' };
    applyOrThrow(review, setVerdict(review, draft, getClaim(review, yard), 'disputed', later)?.edits ?? []);
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.answers.map(({ claim }) => claim.id)).toEqual([yard]);
  });

  test('is not guessed among several', () => {
    const { review, draft, yard } = openFerry();
    const after = createProposal(...ferryParagraphs);
    const wide = { start: 0, end: after.text.length };
    const claims = [returnClaim(review, draft, yard, wide, { more: { ...lost, number: 7 } })];
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.counts).toMatchObject({ comments: 0, unknown: 1 });
  });
});

test('an unchecked claim is found whoever made the report, which signs its comment', () => {
  const article = openCheckedArticle(ferryParagraphs, { '12 million': 'unchecked', Gdansk: 'unchecked' });
  const [, yard = ''] = article.claimIds;
  const after = createProposal(...ferryParagraphs);
  const claim = returnClaim(article.review, article.draft, yard, findWords(after.text, 'Gdansk'), {
    more: { durableId: null },
    replies: [authorReply],
  });
  const [first] = claim.annotation?.comments ?? [];
  if (first) first.by = 'Another reviewer';
  const next = addReturned(article.review, article.draft, { ...after, claims: [claim] });
  expect(next.answers.map(({ claim: { id } }) => id)).toEqual([yard]);
});
