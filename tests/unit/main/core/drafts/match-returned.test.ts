import { describe, expect, test } from 'vitest';
import type { Draft } from '#shared/domain/base/draft.ts';
import { deleteClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { ReturnedComment } from '#shared/import/base/annotation.ts';
import { findWords } from '#tests/libraries/proposals.ts';
import { createProposal, openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import {
  addReturned,
  authorReply,
  changeClaim,
  ferryParagraphs,
  getClaim,
  openFerry,
  returnClaim,
} from './returned-reports.ts';

const lost = { durableId: null };

function judgeAgain(review: Review, draft: Draft, claimId: string): void {
  const later = { ...createEditContext('l'), at: '2026-12-01T00:00:00.000Z' };
  applyOrThrow(review, setVerdict(review, draft, getClaim(review, claimId), 'disputed', later)?.edits ?? []);
}

describe('the comment of a claim that was deleted since', () => {
  test.each([
    ['with its durable id', {}],
    ['without its durable id', lost],
  ])('answers no claim that was judged in the same second, %s', (_what, more) => {
    const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in Gdansk.'];
    const { review, draft, claimIds } = openCheckedArticle(paragraphs, {
      '12 million': 'verified',
      Gdansk: 'verified',
    });
    const [cars = '', yard = ''] = claimIds;
    const after = createProposal(...paragraphs);
    const claims = [
      returnClaim(review, draft, cars, findWords(after.text, '12 million'), { replies: [authorReply], more }),
      returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), { more }),
    ];
    applyOrThrow(review, deleteClaim(review, getClaim(review, cars)).edits);
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.counts).toMatchObject({ comments: 1, unknown: 1, answered: 0 });
    expect(next.answers).toEqual([]);
  });

  test('answers no claim that has its number and the same words now', () => {
    const paragraphs = ['In 2019 it had 12 lanes.', 'In 2020 it had 12 lanes too.'];
    const { review, draft, claimIds } = openCheckedArticle(paragraphs, {
      '12 lanes': 'verified',
      '12 lanes too': 'verified',
    });
    const [first = '', second = ''] = claimIds;
    const after = createProposal(...paragraphs);
    const place = findWords(after.text, '12 lanes');
    const back = returnClaim(review, draft, first, place, { replies: [authorReply], more: lost });
    judgeAgain(review, draft, second);
    changeClaim(review, second, { correction: '12 lanes' });
    applyOrThrow(review, deleteClaim(review, getClaim(review, first)).edits);
    const next = addReturned(review, draft, { ...after, claims: [back] });
    expect(next.counts).toMatchObject({ comments: 0, unknown: 1 });
  });
});

describe('a claim that was judged again since, without its durable id', () => {
  const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in Gdansk.'];
  const open = () => {
    const { claimIds, ...article } = openCheckedArticle(paragraphs, {
      '12 million': 'verified',
      Gdansk: 'verified',
    });
    const [cars = '', yard = ''] = claimIds;
    return { ...article, cars, yard };
  };

  test('is found by its number and place when the author changed its words', () => {
    const { review, draft, cars } = open();
    const after = createProposal('It carried 14 million cars in 2019.', 'It was built in Gdansk.');
    const place = findWords(after.text, '14 million');
    const claims = [returnClaim(review, draft, cars, place, { replies: [authorReply], more: lost })];
    judgeAgain(review, draft, cars);
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.answers.map(({ claim }) => claim.id)).toEqual([cars]);
  });

  test('is found by its words and place when it has another number', () => {
    const { review, draft, cars, yard } = open();
    const after = createProposal(...paragraphs);
    const place = findWords(after.text, 'Gdansk');
    const claims = [returnClaim(review, draft, yard, place, { replies: [authorReply], more: lost })];
    judgeAgain(review, draft, yard);
    applyOrThrow(review, deleteClaim(review, getClaim(review, cars)).edits);
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.answers.map(({ claim }) => claim.id)).toEqual([yard]);
  });
});

test('a comment that was resolved before the report is no answer by itself, and opening it again is one', () => {
  const paragraphs = ['It was built in Gdansk.'];
  const answerTo = (isResolved: boolean) => {
    const { review, draft, claimIds } = openCheckedArticle(paragraphs, { Gdansk: 'verified' });
    const [yard = ''] = claimIds;
    changeClaim(review, yard, { note: 'Ed: Please check this. (resolved)', noteFromComment: true });
    const after = createProposal(...paragraphs);
    const claims = [returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), { isResolved })];
    return addReturned(review, draft, { ...after, claims }).answers.map(({ answer }) => answer.isResolved);
  };
  expect(answerTo(true)).toEqual([]);
  expect(answerTo(false)).toEqual([false]);
});

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
