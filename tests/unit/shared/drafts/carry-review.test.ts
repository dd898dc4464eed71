import { describe, expect, test } from 'vitest';
import { copyReview } from '../../../../shared/domain/review/review-copy';
import { carryReview } from '../../../../shared/drafts/carry-review';
import { countCarriedClaims, countChangedTexts } from '../../../../shared/drafts/count-outcomes';
import { createProposal, openCheckedArticle } from './checked-articles';

const before = [
  'It carried 12 million cars in 2019. It rose by “a third” within a year.',
  'Exports by Russia and China made up more than 26 % of it. Nobody was asked about it.',
];

function carry(claims: Parameters<typeof openCheckedArticle>[1], ...after: string[]) {
  const { review, draft } = openCheckedArticle(before, claims);
  return carryReview({ review: copyReview(review), before: draft, after: createProposal(...after) });
}

describe('the claims of a carried review', () => {
  test('claims stay as they are in the same text', () => {
    const { claims, newWords } = carry(
      { '12 million': 'verified', 'Nobody was asked': 'unchecked' },
      ...before,
    );
    expect(claims).toMatchObject([
      { status: 'unchanged', recheck: false, resolved: true },
      { status: 'unchanged', recheck: false, resolved: true },
    ]);
    expect(newWords).toBe(0);
  });

  test('only judged claims with a material change are to be judged again', () => {
    const after = before.map((text) =>
      text.replace('12 million', '21 million').replace('“a third”', '"a third"'),
    );
    const claims = { 'carried 12 million cars': 'verified', 'rose by “a third”': 'disputed' } as const;
    expect(carry(claims, ...after).claims).toMatchObject([
      { status: 'reworded', recheck: true, resolved: false, changes: [{ before: '12', after: '21' }] },
      {
        status: 'reworded',
        recheck: false,
        resolved: true,
        changes: [{ material: false }, { material: false }],
      },
    ]);
    const unjudged = { 'carried 12 million cars': 'unchecked', 'rose by “a third”': 'unchecked' } as const;
    const { claims: neverJudged } = carry(unjudged, ...after);
    expect(neverJudged).toMatchObject([
      { recheck: false, resolved: false },
      { recheck: false, resolved: true },
    ]);
    expect(countChangedTexts(neverJudged)).toEqual({ recheck: 0, unjudged: 1 });
  });

  test('claims are to be judged again where the sentence around them changed', () => {
    const after = before.map((text) => text.replace('China', 'India'));
    const { claims } = carry({ 'made up more than 26 %': 'verified' }, ...after);
    expect(claims).toMatchObject([
      { status: 'unchanged', recheck: true, resolved: false, wasWaiting: false },
    ]);
    expect(countCarriedClaims(claims)).toEqual({
      unchanged: 1,
      moved: 0,
      reworded: 0,
      ambiguous: 0,
      lost: 0,
    });
    expect(countChangedTexts(claims)).toEqual({ recheck: 1, unjudged: 0 });
  });

  test('lost claims keep their former words', () => {
    const { claims, newWords } = carry({ 'Nobody was asked': 'verified' }, before[0] ?? '', 'Two new words.');
    expect(claims).toMatchObject([
      { status: 'lost', span: null, words: 'Nobody was asked', recheck: true, resolved: false },
    ]);
    expect(newWords).toBe(3);
  });
});

test('a dismissal is carried only where its text says the same', () => {
  const { review, draft } = openCheckedArticle(before, {});
  const dismiss = (id: string, words: string) => {
    const start = draft.text.indexOf(words);
    const span = { start, end: start + words.length };
    review.dismissals.set(id, { id, draftId: draft.id, span, by: null, at: draft.importedAt });
  };
  dismiss('figure', '12 million');
  dismiss('style', '“a third”');
  dismiss('same', 'Nobody was asked');
  const after = createProposal(
    'It is new. It carried 21 million cars in 2019. It rose by "a third" within a year.',
    before[1] ?? '',
  );
  const { dismissals, droppedDismissals } = carryReview({ review: copyReview(review), before: draft, after });
  expect(
    dismissals.map(({ dismissalId, span }) => [dismissalId, after.text.slice(span.start, span.end)]),
  ).toEqual([
    ['style', '"a third"'],
    ['same', 'Nobody was asked'],
  ]);
  expect(droppedDismissals).toBe(1);
});
