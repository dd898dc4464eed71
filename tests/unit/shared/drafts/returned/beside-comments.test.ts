import { describe, expect, test } from 'vitest';
import { describeReturned } from '../../../../../shared/drafts/returned/returned-counts';
import type { DraftProposal } from '../../../../../shared/import/proposal';
import { applyOrThrow } from '../../reviews';
import { createProposal } from '../checked-articles';
import { addReturned, changeClaim, ferryParagraphs, getClaim, openFerry } from './returned-reports';

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
