import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctionOutcomes } from '../../../../../shared/domain/answer';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { findPlacement } from '../../../../../shared/domain/review/placed-claims';
import { reviewToData } from '../../../../../shared/domain/review/review-copy';
import { createCorrectedDraft } from '../../../../../shared/drafts/corrections/create-corrected-draft';
import type { ProposedClaim } from '../../../../../shared/import/proposal';
import { at } from '../../../../../shared/text/sequences/at';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow, createEditContext } from '../../reviews';
import { createProposal, openCheckedArticle } from '../checked-articles';
import { addReturned, changeClaim, getClaim, openFerry, returnClaim } from './returned-reports';

test('an applied correction that the author did not take is said to be so, and one that is still there is not', () => {
  const answerTo = (words: string, hasUndecidedChange = false) => {
    const { review, draft, cars } = openFerry();
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
    const { review, draft, cars } = openFerry();
    const after = createProposal(`It carried ${words} cars in 2019.`, 'It was built in Gdansk.');
    const claims = [returnClaim(review, draft, cars, findWords(after.text, words))];
    changeClaim(review, cars, { correction: '21 million' });
    return addReturned(review, draft, { ...after, claims }).answers[0]?.answer.correction ?? null;
  };
  expect(answerTo('12 million')).toBeNull();
  expect(answerTo('14 million')).toBeNull();
  expect(answerTo('21 million')).toEqual({ text: '21 million', outcome: 'accepted' });
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
