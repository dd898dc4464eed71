import { expect, test } from 'vitest';
import type { Claim } from '../../../../../shared/domain/claim';
import { describeReturned } from '../../../../../shared/drafts/returned/returned-counts';
import { findWords } from '../../../../libraries/proposals';
import { createProposal, openCheckedArticle } from '../checked-articles';
import {
  addReturned,
  authorReply,
  changeClaim,
  getClaim,
  returnClaim,
  type TestThread,
} from './returned-reports';

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
