import { describe, expect, test } from 'vitest';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { getReviewQueue } from '#shared/domain/claims/review-queue.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import { describeReturned } from '#shared/drafts/carried-review.ts';
import type { ReturnedComment } from '#shared/import/base/annotation.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import type { Span } from '#shared/text/span.ts';
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
  type TestThread,
} from './returned-reports.ts';

const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in Gdansk.', 'It has 340 seats.'];

function open() {
  const opened = openCheckedArticle(paragraphs, {
    '12 million': 'disputed',
    Gdansk: 'disputed',
    '340 seats': 'verified',
  });
  const [cars = '', yard = '', seats = ''] = opened.claimIds;
  return { ...opened, cars, yard, seats };
}

type Opened = ReturnType<typeof open>;

/** The account of a draft with the comments of some claims. */
function account(
  { review, draft }: Opened,
  threads: readonly [id: string, words: string, thread?: TestThread][],
) {
  const after = createProposal(...paragraphs);
  const claims = threads.map(([id, words, thread]) => {
    const status = getClaim(review, id).verdict;
    const more = { status, ...thread?.more };
    return returnClaim(review, draft, id, findWords(after.text, words), { ...thread, more });
  });
  const { counts } = addReturned(review, draft, { ...after, claims });
  return counts && describeReturned(counts);
}

test('a comment that did not come back beside others of its status was deleted', () => {
  const opened = open();
  const { cars, seats } = opened;
  expect(
    account(opened, [
      [cars, '12 million'],
      [seats, '340 seats', { isResolved: true }],
    ]),
  ).toEqual([
    '2 comments of a Stet report came back: 1 resolved without an answer',
    '1 comment of the report was deleted',
  ]);
});

test('a report without the claims of a status had no comments on them', () => {
  const opened = open();
  expect(account(opened, [[opened.seats, '340 seats', { replies: [authorReply] }]])).toEqual([
    '1 comment of a Stet report came back: 1 with an answer',
  ]);
});

test.each([
  ['marked', (claim: Claim, at: string) => ({ ...claim, createdAt: at })],
  ['judged', (claim: Claim, at: string) => ({ ...claim, judged: claim.judged && { ...claim.judged, at } })],
])('a claim that was %s after all that came back may not have been in the report', (_what, change) => {
  const opened = open();
  const { review, cars, yard } = opened;
  changeClaim(review, yard, change(getClaim(review, yard), '2027-01-01T00:00:00.000Z'));
  expect(account(opened, [[cars, '12 million']])).toEqual(['1 comment of a Stet report came back']);
});

test('a comment of no claim may be the one that is missing', () => {
  const opened = open();
  const { cars, seats } = opened;
  const stranger = { durableId: '00000001', number: 9 };
  const lines = account(opened, [
    [cars, '12 million'],
    [seats, 'built', { more: stranger }],
  ]);
  expect(lines?.join(' ')).not.toContain('deleted');
});

const before = ['The table.', 'Interest, bn\tShare', '316\t7.7 %', 'It was 2018.'];
/** The cell beside the claim changed. */
const after = ['The table.', 'Interest, bn\tShare', '325\t7.7 %', 'It was 2018.'];

/** Brings the file back with comments of its claim on spans of its text. */
function returnTable(
  listSpans: (text: string) => Span[],
  paragraphs = after,
  more: Partial<ReturnedComment> = {},
) {
  const { review, draft, claimIds } = openCheckedArticle(before, { '7.7 %': 'verified' });
  const [claimId = ''] = claimIds;
  const proposal = createProposal(...paragraphs);
  const claims = listSpans(proposal.text).map((span) => returnClaim(review, draft, claimId, span, { more }));
  const next = addReturned(review, draft, { ...proposal, claims });
  applyOrThrow(review, next.edits);
  const [placement] = [...review.placements.values()].filter(({ draftId }) => draftId === next.draft.id);
  const queue = getReviewQueue(review, next.draft).map(({ claim }) => claim.id);
  return { text: proposal.text, placement, queue, claimId };
}

test('a search alone does not find the claim of these tests', () => {
  expect(returnTable(() => []).placement).toMatchObject({ status: 'ambiguous', span: null });
});

test.each([
  ['by its durable id', {}],
  ['by its words', { durableId: null }],
])('a claim that a search does not find is where its comment came back on its words, known %s', (_, more) => {
  const { text, placement, queue, claimId } = returnTable(
    (words) => [findWords(words, '7.7 %')],
    after,
    more,
  );
  expect(placement).toMatchObject({ status: 'unchanged', span: findWords(text, '7.7 %'), candidates: [] });
  // The row around it changed, so its verdict has to be checked again.
  expect(placement?.resolved).toBe(false);
  expect(queue).toEqual([claimId]);
});

test('the comment decides between places with the same words', () => {
  const twice = [...after, 'Another share: 7.7 %'];
  const { placement, text } = returnTable((words) => [findWords(words, '7.7 %')], twice);
  expect(placement?.span).toEqual(findWords(text, '7.7 %'));
});

test('a claim has no place where its comment is on other words', () => {
  expect(returnTable((words) => [findWords(words, '325\t7.7 %')]).placement?.span).toBeNull();
});

test('a claim has no place where copies of its comment are on several places', () => {
  const twice = [...after, 'Another share: 7.7 %'];
  const { placement } = returnTable((words) => {
    const start = words.lastIndexOf('7.7 %');
    return [findWords(words, '7.7 %'), { start, end: start + 5 }];
  }, twice);
  expect(placement).toMatchObject({ status: 'ambiguous', span: null });
});

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

const listQueue = (review: Review, draft: Draft) =>
  getReviewQueue(review, draft).map(({ claim }) => claim.id);

/** Brings the report back with a thread on the yard, and the comment on the cars as it went out. */
function addAnswer(thread: TestThread) {
  const opened = openFerry();
  const { review, draft, cars, yard } = opened;
  changeClaim(review, yard, { correction: 'Gdynia' });
  const after = createProposal(...ferryParagraphs);
  const claims = [
    returnClaim(review, draft, cars, findWords(after.text, '12 million')),
    returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), thread),
  ];
  const next = addReturned(review, draft, { ...after, claims });
  applyOrThrow(review, next.edits);
  return { ...opened, draft: next.draft };
}

test.each([
  ['a reply', { replies: [authorReply] }, 1],
  ['a resolved comment, and a correction that was not taken', { isResolved: true }, 1],
  ['nothing but a resolved comment', { isResolved: true, more: { hasUndecidedChange: true } }, 0],
  ['a correction that the author did not take', {}, 1],
  ['a correction that nobody decided', { more: { hasUndecidedChange: true } }, 0],
] satisfies [string, TestThread, number][])(
  'the claims to look at in the new draft have that with %s, %o: %i',
  (_what, thread, count) => {
    const { review, draft, yard } = addAnswer(thread);
    expect(listQueue(review, draft)).toEqual(count === 1 ? [yard] : []);
    expect(getClaim(review, yard).verdict).toBe('verified');
  },
);

test('an answer waits over further drafts until its claim is judged', () => {
  const { review, draft, yard } = addAnswer({ replies: [authorReply] });
  const further = addReturned(review, draft, createProposal(...ferryParagraphs, 'More.'), 'o');
  applyOrThrow(review, further.edits);
  expect(listQueue(review, further.draft)).toEqual([yard]);
  const judged = setVerdict(
    review,
    further.draft,
    getClaim(review, yard),
    'verified',
    createEditContext('v'),
  );
  applyOrThrow(review, judged?.edits ?? []);
  expect(listQueue(review, further.draft)).toEqual([]);
  const last = addReturned(review, further.draft, createProposal(...ferryParagraphs), 'p');
  applyOrThrow(review, last.edits);
  expect(listQueue(review, last.draft)).toEqual([]);
});

describe('Reopened threads', () => {
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
});

describe('Beside comments', () => {
  /** The file without comments, in which the first claim, which has a correction, has these words. */
  function open(words: string, returned: DraftProposal['returned']) {
    const opened = openFerry();
    const { review, draft, cars } = opened;
    changeClaim(review, cars, { correction: '21 million' });
    const [first = '', ...others] = ferryParagraphs;
    const after = createProposal(first.replace('12 million', words), ...others);
    return { ...opened, ...addReturned(review, draft, { ...after, ...(returned && { returned }) }) };
  }

  /** The answer on the correction of the first claim, in a file without comments. */
  function answerTo(words: string, returned: DraftProposal['returned']) {
    const { review, cars, edits } = open(words, returned);
    applyOrThrow(review, edits);
    expect(review.claims.size).toBe(2);
    return [getClaim(review, cars).answers[0]?.correction?.outcome, getClaim(review, cars).correction];
  }

  const nothing = { notes: [], undecided: [] };

  describe('a report whose comment the author deleted', () => {
    test('says that a tracked change is not decided', () => {
      const { cars } = openFerry();
      expect(answerTo('12 million', { ...nothing, undecided: [cars] })).toEqual(['undecided', '21 million']);
    });

    test('names no claim that is not one of the article', () => {
      expect(answerTo('12 million', { ...nothing, undecided: ['gone'] })).toEqual([undefined, '21 million']);
    });
  });

  describe('a report with footnotes in place of comments', () => {
    const notes = ['Disputed · claim 1\nChange to “21 million”.'];

    test.each([
      ['21 million', 'accepted', null],
      ['12 million', 'rejected', '21 million'],
      ['14 million', 'reworded', '21 million'],
    ])('says what became of a correction, by its words: %s', (words, outcome, correction) => {
      expect(answerTo(words, { ...nothing, notes })).toEqual([outcome, correction]);
    });

    test('does not ask about a correction that it did not have', () => {
      expect(answerTo('12 million', { ...nothing, notes: ['Disputed · claim 1'] })).toEqual([
        undefined,
        '21 million',
      ]);
    });
  });

  test('the preview says of a report without comments what came back', () => {
    const { counts } = open('21 million', { ...nothing, notes: ['Disputed · claim 1'] });
    expect(counts && describeReturned(counts)).toEqual(['A Stet report came back: 1 correction accepted']);
  });

  test('without anything of a report, a correction is not asked about', () => {
    expect(answerTo('21 million', undefined)).toEqual([undefined, '21 million']);
  });
});
