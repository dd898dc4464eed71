import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findInCorpora } from '#build/testing/corpora.mjs';
import { tokenize } from '#main/worker/alignment/tokenize.ts';
import { carryReview, measureSharedText } from '#main/worker/drafts/carry-review.ts';
import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { dismissSpans } from '#shared/coverage/dismissal-edits.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { mayBeAnotherArticle } from '#shared/drafts/carried-review.ts';
import { countCarriedClaims, countChangedTexts, describeCarryCounts } from '#shared/drafts/count-outcomes.ts';
import { createProposal, openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

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

const measure = (before: string, after: string) => measureSharedText(tokenize(before), tokenize(after));
const looksLikeAnother = (before: string, after: string) => mayBeAnotherArticle(measure(before, after));

const revisionsFile = findInCorpora('revisions.jsonl');
const revisionSchema = z.object({ id: z.string(), before: z.string(), after: z.string() });

const words = fc.array(
  fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => letter.repeat(3))),
  { minLength: 25, maxLength: 80 },
);

describe('the share of text that two drafts have in common', () => {
  test('it is between 0 and 1, the same from both sides, and 1 for a text with itself', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const part = measure(one.join(' '), other.join(' '));
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
        expect(measure(other.join(' '), one.join(' '))).toBe(part);
        expect(measure(one.join(' '), one.join(' '))).toBe(1);
      }),
    );
  });

  test('it is 1 where a draft was only cut or extended, at either end', () => {
    fc.assert(
      fc.property(words, words, words, (left, middle, right) => {
        const whole = [...left, ...middle, ...right].join(' ');
        expect(measure(whole, middle.join(' '))).toBe(1);
        expect(measure(middle.join(' '), whole)).toBe(1);
      }),
    );
  });

  test('texts of a few words are not measured', () => {
    expect(looksLikeAnother('The port employs 40 people.', 'Nobody was asked about the ferry.')).toBe(false);
  });

  test('it is nearly 0 for two articles without spaces between their words', () => {
    const mill =
      '製粉所は一九七四年に閉鎖された。従業員は千二百人だったと町の記録は述べている。建物は今も残っている。';
    const ferry = '連絡船は五月に運航を終える予定だ。昨年の利用者は百万人を超え、住民は存続を求めている。';
    expect(looksLikeAnother(mill, ferry)).toBe(true);
    expect(looksLikeAnother(mill, mill.replace('千二百人', '千三百人'))).toBe(false);
  });
});

describe.skipIf(revisionsFile === null)(
  'on real revisions, where STET_CORPORA names a folder of them',
  () => {
    const revisions = (revisionsFile === null ? '' : readFileSync(revisionsFile, 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => revisionSchema.parse(JSON.parse(line)));

    test('no revision of an article looks like another article', () => {
      expect(revisions.length).toBeGreaterThan(100);
      expect(
        revisions.filter(({ before, after }) => looksLikeAnother(before, after)).map(({ id }) => id),
      ).toEqual([]);
      expect(Math.min(...revisions.map(({ before, after }) => measure(before, after)))).toBeGreaterThan(0.7);
    });

    // Each article is paired with the twenty after it. Names start with the date, so articles of a series are near each other.
    test('nearly every pair of different articles looks like two articles', () => {
      const tokens = revisions.map(({ before }) => tokenize(before));
      const parts = tokens.flatMap((one, index) =>
        tokens.slice(index + 1, index + 21).map((other) => measureSharedText(one, other)),
      );
      const unnoticed = parts.filter((part) => !mayBeAnotherArticle(part));
      // The rest are texts that were published twice, and series that repeat whole paragraphs.
      expect(unnoticed.length / parts.length).toBeLessThan(0.005);
    });
  },
);
