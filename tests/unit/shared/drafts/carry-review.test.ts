import { describe, expect, test } from 'vitest';
import { assessCoverage } from '../../../../shared/coverage/assess-coverage';
import { listSentences } from '../../../../shared/coverage/count-coverage';
import { dismissSpans } from '../../../../shared/coverage/dismissal-edits';
import { copyReview } from '../../../../shared/domain/review/review-data';
import { carryReview } from '../../../../shared/drafts/carry-review';
import {
  countCarriedClaims,
  countChangedTexts,
  describeCarryCounts,
} from '../../../../shared/drafts/count-outcomes';
import { applyOrThrow, createEditContext } from '../reviews';
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
    expect(describeCarryCounts(countCarriedClaims(claims))).toBe('1 unchanged');
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

describe('Carry dismissals', () => {
  const before = [
    'The ferry stops in May. It was built in 1986. Nobody minds.',
    'The owner blames the bridge. Its tolls are low.',
  ];

  /** The state of each sentence of the next draft after these sentences of the first were dismissed; all of them without a list. */
  function carry(after: string[], dismissed?: string[]): Record<string, string> {
    const { review, draft } = openCheckedArticle(before, {});
    const spans = listSentences(draft, draft.blocks).filter(
      ({ start, end }) => !dismissed || dismissed.includes(draft.text.slice(start, end)),
    );
    const step = dismissSpans(review, draft, spans, createEditContext('d'));
    applyOrThrow(review, step?.edits ?? []);
    const next = createProposal(...after);
    const { dismissals } = carryReview({ review: copyReview(review), before: draft, after: next });
    const sentences = listSentences(next, next.blocks);
    const { states } = assessCoverage({
      text: next.text,
      sentences,
      spots: [],
      claims: [],
      dismissals: dismissals.map(({ span }) => span),
    });
    return Object.fromEntries(
      sentences.map(({ start, end }, index) => [next.text.slice(start, end), states[index] ?? '']),
    );
  }

  const all = undefined;

  test.each<[string, string[], string[] | undefined, Record<string, string>]>([
    [
      'stays dismissed where another paragraph stands before it',
      ['A new beginning.', ...before],
      all,
      { 'A new beginning.': 'notLookedAt', 'The ferry stops in May.': 'setAside' },
    ],
    [
      'is not looked at again when its words change',
      before.map((text) => text.replace('1986', '1968')),
      all,
      { 'It was built in 1968.': 'notLookedAt', 'Nobody minds.': 'setAside' },
    ],
    [
      'is not looked at again when words are added at its end',
      before.map((text) => text.replace('in 1986.', 'in 1986 in Turku.')),
      all,
      { 'It was built in 1986 in Turku.': 'notLookedAt', 'Nobody minds.': 'setAside' },
    ],
    [
      'is not looked at again when it is merged with a sentence that was not set aside',
      before.map((text) => text.replace('1986. Nobody minds.', '1986, and nobody minds.')),
      ['It was built in 1986.'],
      { 'It was built in 1986, and nobody minds.': 'notLookedAt' },
    ],
    [
      'stays dismissed in both parts when it is split and says the same',
      before.map((text) => text.replace('The owner blames the bridge.', 'The owner blames. The bridge.')),
      all,
      { 'The owner blames.': 'setAside', 'The bridge.': 'setAside' },
    ],
    [
      'stays dismissed beside a new one, which is not looked at',
      before.map((text) => text.replace('Nobody minds.', 'Nobody minds. Trams run again.')),
      all,
      { 'Trams run again.': 'notLookedAt', 'Nobody minds.': 'setAside' },
    ],
  ])('a dismissed sentence %s', (_, after, dismissed, states) => {
    expect(carry(after, dismissed)).toMatchObject(states);
  });

  test('a dismissed sentence stays dismissed in the same text', () => {
    expect(new Set(Object.values(carry(before)))).toEqual(new Set(['setAside']));
  });
});
