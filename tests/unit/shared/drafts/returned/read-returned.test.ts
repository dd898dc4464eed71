import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctionOutcomes } from '../../../../../shared/domain/answer';
import { getRecheckReasons } from '../../../../../shared/domain/claims/recheck';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { findPlacement } from '../../../../../shared/domain/review/placed-claims';
import type { Review } from '../../../../../shared/domain/review/review';
import { reviewToData } from '../../../../../shared/domain/review/review-copy';
import { getReviewQueue } from '../../../../../shared/domain/review/review-queue';
import { createCorrectedDraft } from '../../../../../shared/drafts/corrections/create-corrected-draft';
import type { ProposedClaim } from '../../../../../shared/import/proposal';
import { at } from '../../../../../shared/text/sequences/at';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow, createEditContext } from '../../reviews';
import { createProposal, openCheckedArticle } from '../checked-articles';
import { addReturned, changeClaim, returnClaim } from './returned-reports';

const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in Gdansk.'];
const reply = { by: 'Ada Stone', at: '2026-11-22T10:00:00.000Z', text: 'Page 7, sorry' };
const second = { by: 'Ada Stone', at: '2026-11-23T10:00:00.000Z', text: 'Page 8' };

function open() {
  const opened = openCheckedArticle(paragraphs, { '12 million': 'disputed', Gdansk: 'verified' });
  const [cars = '', yard = ''] = opened.claimIds;
  return { ...opened, cars, yard };
}

const getClaim = (review: Review, id: string) => {
  const claim = review.claims.get(id);
  if (!claim) throw new Error(`${id} is gone`);
  return claim;
};

describe('answers', () => {
  test('are stored on their claims in the same change, and one undo takes them back', () => {
    const { review, draft, cars, yard } = open();
    const before = reviewToData(review);
    const after = createProposal(...paragraphs);
    const claims = [
      returnClaim(review, draft, cars, findWords(after.text, '12 million'), {
        replies: [reply],
        isResolved: true,
      }),
      returnClaim(review, draft, yard, findWords(after.text, 'Gdansk')),
    ];
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.counts).toMatchObject({ comments: 2, unknown: 0, answered: 1 });
    applyOrThrow(review, next.edits);
    expect(review.claims.size).toBe(2);
    expect(getClaim(review, cars).answers).toEqual([
      { draftId: next.draft.id, replies: [reply], isResolved: true, correction: null },
    ]);
    expect(getClaim(review, yard).answers).toEqual([]);
    applyOrThrow(review, invertEdits(next.edits));
    expect(reviewToData(review)).toEqual(before);
  });

  test('come once, and only what is new in them comes with the next file', () => {
    const { review, draft, cars } = open();
    const after = createProposal(...paragraphs);
    const place = findWords(after.text, '12 million');
    const back = (replies: (typeof reply)[]) => ({
      ...after,
      claims: [returnClaim(review, draft, cars, place, { replies })],
    });
    const first = addReturned(review, draft, back([reply]));
    applyOrThrow(review, first.edits);
    const again = addReturned(review, draft, back([reply]), 'o');
    expect(again.answers).toEqual([]);
    const more = addReturned(review, first.draft, back([reply, second]), 'p');
    applyOrThrow(review, more.edits);
    expect(getClaim(review, cars).answers.map(({ replies }) => replies)).toEqual([[reply], [second]]);
  });

  test('of a comment that belongs to no claim make a claim, as any comment does', () => {
    const { review, draft, cars } = open();
    const after = createProposal(...paragraphs);
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

describe('a claim without its durable id', () => {
  const lost = { durableId: null };

  test.each([
    ['its words', 'Gdansk'],
    ['its place, which the comment covers in part', 'built in Gdansk'],
  ])('is found by author, time and %s', (_what, words) => {
    const { review, draft, yard } = open();
    const after = createProposal(...paragraphs);
    const span = findWords(after.text, words);
    const next = addReturned(review, draft, {
      ...after,
      claims: [returnClaim(review, draft, yard, span, { more: lost, replies: [reply] })],
    });
    expect(next.answers.map(({ claim }) => claim.id)).toEqual([yard]);
  });

  test('is found by number and words when it was judged again since', () => {
    const { review, draft, yard } = open();
    const after = createProposal(...paragraphs);
    const claims = [
      returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), { more: lost, replies: [reply] }),
    ];
    const later = { ...createEditContext('l'), at: '2026-12-01T00:00:00.000Z' };
    applyOrThrow(review, setVerdict(review, draft, getClaim(review, yard), 'disputed', later)?.edits ?? []);
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.answers.map(({ claim }) => claim.id)).toEqual([yard]);
  });

  test('is not guessed among several', () => {
    const { review, draft, yard } = open();
    const after = createProposal(...paragraphs);
    const wide = { start: 0, end: after.text.length };
    const claims = [returnClaim(review, draft, yard, wide, { more: { ...lost, number: 7 } })];
    const next = addReturned(review, draft, { ...after, claims });
    expect(next.counts).toMatchObject({ comments: 0, unknown: 1 });
  });
});

test('an unchecked claim is found whoever made the report, which signs its comment', () => {
  const article = openCheckedArticle(paragraphs, { '12 million': 'unchecked', Gdansk: 'unchecked' });
  const [, yard = ''] = article.claimIds;
  const after = createProposal(...paragraphs);
  const claim = returnClaim(article.review, article.draft, yard, findWords(after.text, 'Gdansk'), {
    more: { durableId: null },
    replies: [reply],
  });
  const [first] = claim.annotation?.comments ?? [];
  if (first) first.by = 'Another reviewer';
  const next = addReturned(article.review, article.draft, { ...after, claims: [claim] });
  expect(next.answers.map(({ claim: { id } }) => id)).toEqual([yard]);
});

test('comments of two reports on one claim are one answer', () => {
  const { review, draft, yard } = open();
  const after = createProposal(...paragraphs);
  const place = findWords(after.text, 'Gdansk');
  const claims = [
    returnClaim(review, draft, yard, place, { replies: [reply] }),
    returnClaim(review, draft, yard, place, { replies: [second], more: { durableId: '00000002' } }),
  ];
  const next = addReturned(review, draft, { ...after, claims });
  expect(next.counts).toMatchObject({ comments: 2, answered: 1 });
  expect(next.answers.map(({ answer }) => answer.replies)).toEqual([[reply, second]]);
});

test('an applied correction that the author did not take is said to be so, and one that is still there is not', () => {
  const answerTo = (words: string, hasUndecidedChange = false) => {
    const { review, draft, cars } = open();
    changeClaim(review, cars, { correction: '21 million' });
    const corrected = createCorrectedDraft(
      review,
      draft,
      [cars],
      () => 'c'.repeat(64),
      createEditContext('k'),
    );
    if (!corrected.ok) throw new Error(corrected.why);
    applyOrThrow(review, corrected.edits);
    const after = createProposal(`It carried ${words} cars in 2019.`, 'It was built in Gdansk.');
    const more = { hasUndecidedChange };
    const claims = [returnClaim(review, corrected.draft, cars, findWords(after.text, words), { more })];
    const next = addReturned(review, corrected.draft, { ...after, claims });
    return [next.answers[0]?.answer.correction ?? null, next.counts?.undecided];
  };
  expect(answerTo('21 million')).toEqual([null, 0]);
  expect(answerTo('12 million')).toEqual([{ text: '21 million', outcome: 'rejected' }, 0]);
  expect(answerTo('20 million')).toEqual([{ text: '21 million', outcome: 'reworded' }, 0]);
  expect(answerTo('12 million', true)).toEqual([{ text: '21 million', outcome: 'undecided' }, 1]);
});

test('a correction that was written after the report has no outcome, unless its words are in the text', () => {
  const answerTo = (words: string) => {
    const { review, draft, cars } = open();
    const after = createProposal(`It carried ${words} cars in 2019.`, 'It was built in Gdansk.');
    const claims = [returnClaim(review, draft, cars, findWords(after.text, words))];
    changeClaim(review, cars, { correction: '21 million' });
    return addReturned(review, draft, { ...after, claims }).answers[0]?.answer.correction ?? null;
  };
  expect(answerTo('12 million')).toBeNull();
  expect(answerTo('14 million')).toBeNull();
  expect(answerTo('21 million')).toEqual({ text: '21 million', outcome: 'accepted' });
});

describe('an accepted correction', () => {
  const accept = () => {
    const { review, draft, cars } = open();
    changeClaim(review, cars, { correction: '21' });
    const after = createProposal('It carried 21 cars in 2019.', 'It was built in Gdansk.');
    const claims = [returnClaim(review, draft, cars, findWords(after.text, '21'))];
    const next = addReturned(review, draft, { ...after, claims });
    applyOrThrow(review, next.edits);
    return { review, cars, ...next };
  };

  test('puts its claim on the new words, which are to be checked again, and is done', () => {
    const { review, cars, draft, counts, proposal } = accept();
    expect(counts).toMatchObject({ accepted: 1 });
    const claim = getClaim(review, cars);
    expect(claim).toMatchObject({ verdict: 'disputed', correction: null });
    expect(claim.answers).toMatchObject([{ correction: { text: '21', outcome: 'accepted' } }]);
    const placement = findPlacement(review, cars, draft.id);
    expect(placement).toMatchObject({ status: 'reworded', resolved: false });
    expect(placement?.span).toEqual(findWords(proposal.text, '21'));
    expect(getReviewQueue(review, draft).map(({ claim: one }) => one.id)).toContain(cars);
    expect(getRecheckReasons(review, draft, claim, placement?.span ?? null)).toContain('correction');
  });

  test.each([
    ['21 million', 1, null],
    ['12 million', 0, '21 million'],
    ['14 million', 0, '21 million'],
  ])(
    'is known without its comment, which the author deleted, by its words alone: %s',
    (words, accepted, correction) => {
      const { review, draft, cars, yard } = open();
      changeClaim(review, cars, { correction: '21 million' });
      const after = createProposal(`It carried ${words} cars in 2019.`, 'It was built in Gdansk.');
      const claims = [returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'))];
      const next = addReturned(review, draft, { ...after, claims });
      expect(next.counts).toMatchObject({ comments: 1, accepted, rejected: 0, reworded: 0, answered: 0 });
      applyOrThrow(review, next.edits);
      expect(getClaim(review, cars)).toMatchObject({ verdict: 'disputed', correction });
      expect(getClaim(review, cars).answers).toHaveLength(accepted);
    },
  );

  test('counts until its claim is judged in that draft', () => {
    const { review, cars, draft } = accept();
    const context = createEditContext('v');
    applyOrThrow(review, setVerdict(review, draft, getClaim(review, cars), 'verified', context)?.edits ?? []);
    const claim = getClaim(review, cars);
    const span = findPlacement(review, cars, draft.id)?.span ?? null;
    expect(getRecheckReasons(review, draft, claim, span)).toEqual([]);
  });
});

/** Words of a sentence, none of them like the names at both ends and in the middle, which no other sentence has. */
const words = fc.array(fc.stringMatching(/^[a-m0-9]{1,6}$/), { minLength: 1, maxLength: 3 });
const decided = fc.record({
  left: words,
  words,
  right: words,
  suggest: fc.constantFrom('replace', 'extend', 'shorten'),
  outcome: fc.constantFrom(...correctionOutcomes),
  verdict: fc.constantFrom('verified' as const, 'disputed' as const, 'unchecked' as const),
});

test('each correction has the outcome that the author gave it, no claim is added and no verdict changes', () => {
  fc.assert(
    fc.property(fc.array(decided, { minLength: 1, maxLength: 6 }), (sentences) => {
      const parts = sentences.map(({ left, words: own, right, suggest, outcome, verdict }, index) => {
        const name = `n${index}`;
        const [old, more] = [`${name} ${own.join(' ')}`, `${name} ${own.join(' ')} q`];
        const replaced = `${name}x ${right.join(' ')}`;
        const claimed = suggest === 'shorten' ? more : old;
        const correction = suggest === 'shorten' ? old : suggest === 'extend' ? more : replaced;
        const came = {
          accepted: correction,
          rejected: claimed,
          undecided: claimed,
          reworded: `${name}w other`,
        };
        const write = (middle: string) =>
          `A${index} ${left.join(' ')} ${middle} ${right.join(' ')} z${index}.`;
        return { claimed, correction, outcome, verdict, came: came[outcome], write };
      });
      const article = openCheckedArticle(
        parts.map(({ write, claimed }) => write(claimed)),
        Object.fromEntries(parts.map(({ claimed, verdict }) => [claimed, verdict])),
      );
      const { review, draft, claimIds } = article;
      for (const [index, id] of claimIds.entries())
        changeClaim(review, id, { correction: at(parts, index).correction });
      const verdicts = new Map(Array.from(review.claims, ([id, { verdict }]) => [id, verdict]));
      const after = createProposal(...parts.map(({ write, came }) => write(came)));
      const claims = claimIds.map((id, index) => {
        const { came, outcome } = at(parts, index);
        const more = { hasUndecidedChange: outcome === 'undecided' };
        return returnClaim(review, draft, id, findWords(after.text, came), { more });
      });
      const data = reviewToData(review);
      const next = addReturned(review, draft, { ...after, claims });
      applyOrThrow(review, next.edits);
      for (const outcome of correctionOutcomes)
        expect(next.counts?.[outcome]).toBe(parts.filter((part) => part.outcome === outcome).length);
      expect(new Map(Array.from(review.claims, ([id, { verdict }]) => [id, verdict]))).toEqual(verdicts);
      for (const [index, id] of claimIds.entries()) {
        const { outcome, correction, came } = at(parts, index);
        const isAccepted = outcome === 'accepted';
        expect(getClaim(review, id).correction).toBe(isAccepted ? null : correction);
        const span = findPlacement(review, id, next.draft.id)?.span;
        if (isAccepted) expect(span && after.text.slice(span.start, span.end)).toBe(came);
      }
      applyOrThrow(review, invertEdits(next.edits));
      expect(reviewToData(review)).toEqual(data);
    }),
  );
});

test('a correction is judged by the words in its place', () => {
  const check = (from: string, correction: string, to: string, hasUndecidedChange = false) => {
    const article = openCheckedArticle([`Each of them carried ${from} people, and 12 cars.`], {
      [from]: 'verified',
    });
    const [id = ''] = article.claimIds;
    changeClaim(article.review, id, { correction });
    const after = createProposal(`Each of them carried ${to} people, and 12 cars.`);
    const start = after.text.indexOf(`${to} people`);
    const span = { start, end: start + Math.min(to.length, from.length) };
    const claim: ProposedClaim = returnClaim(article.review, article.draft, id, span, {
      more: { hasUndecidedChange },
    });
    const { counts } = addReturned(article.review, article.draft, { ...after, claims: [claim] });
    return correctionOutcomes.filter((outcome) => counts?.[outcome]);
  };
  expect(check('12', '12 million', '12 million')).toEqual(['accepted']);
  expect(check('12', '12 million', '12')).toEqual(['rejected']);
  expect(check('12', '12 million', '12', true)).toEqual(['undecided']);
  expect(check('12 million', '12', '12')).toEqual(['accepted']);
  expect(check('12 million', '12', '12 million')).toEqual(['rejected']);
  expect(check('12 million', '14 million', '13 million')).toEqual(['reworded']);
});
