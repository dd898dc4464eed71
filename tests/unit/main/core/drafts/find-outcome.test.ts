import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCorrectedDraft } from '#main/core/drafts/create-corrected-draft.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { createWordPlan } from '#main/worker/reports/word/render-word-plan.ts';
import { correctionOutcomes } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { asksAboutCorrection } from '#shared/domain/base/word-comments.ts';
import { getRecheckReasons, getRefusal } from '#shared/domain/claims/recheck.ts';
import { getReviewQueue } from '#shared/domain/claims/review-queue.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import type { ReportReader } from '#shared/domain/settings/report-options.ts';
import type { ProposedClaim } from '#shared/import/base/proposal.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findWords } from '#tests/libraries/proposals.ts';
import { options, reportContext } from '#tests/unit/main/worker/reports/hostile-review.ts';
import { createProposal, openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import {
  addReturned,
  changeClaim,
  ferryParagraphs,
  getClaim,
  openFerry,
  returnClaim,
} from './returned-reports.ts';

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

describe('an accepted correction', () => {
  const accept = () => {
    const { review, draft, cars } = openFerry();
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
      const { review, draft, cars, yard } = openFerry();
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

/** Adds the next draft with the words as they were, and the report's comment on the cars. */
function refuse(review: Review, draft: Draft, cars: string, prefix: string): Draft {
  const after = createProposal(...ferryParagraphs);
  const claims = [returnClaim(review, draft, cars, findWords(after.text, '12 million'))];
  const next = addReturned(review, draft, { ...after, claims }, prefix);
  applyOrThrow(review, next.edits);
  return next.draft;
}

function openRefused() {
  const opened = openFerry();
  changeClaim(opened.review, opened.cars, { correction: '21 million' });
  return { ...opened, draft: refuse(opened.review, opened.draft, opened.cars, 'n') };
}

function judge(review: Review, draft: Draft, claimId: string, verdict: Verdict): void {
  const step = setVerdict(review, draft, getClaim(review, claimId), verdict, createEditContext(verdict));
  applyOrThrow(review, step?.edits ?? []);
}

/** The words that a report tracks, and the line about those that it does not. */
function suggest(review: Review, draft: Draft, reader: ReportReader = 'editor') {
  const report = buildReport(review, draft, { ...options, reader }, { ...reportContext, by: 'Rosa Lind' });
  const { changes, comments } = createWordPlan(report, { draft, options, base: undefined });
  const lines = comments.flatMap((comment) =>
    comment.lines.map((line) => line.map(({ text }) => text).join('')),
  );
  return {
    tracked: changes.map(({ text }) => text),
    said: lines.filter((line) => line.startsWith('Not tracked')),
    isNamed: lines.some((line) => line.startsWith('Change to')),
  };
}

const refused = { tracked: [], said: ['Not tracked again: the author did not take it.'], isNamed: true };
const suggested = { tracked: ['21'], said: [], isNamed: true };

test('a correction that the author did not take is not tracked again', () => {
  const { review, draft } = openRefused();
  expect(suggest(review, draft)).toEqual(refused);
  expect(suggest(review, draft, 'legal')).toEqual(refused);
});

test('the public learns nothing of what the author did not take', () => {
  const { review, draft } = openRefused();
  expect(suggest(review, draft, 'public')).toEqual(suggested);
});

test('it is tracked again when the reviewer insists on the verdict, in further drafts as well', () => {
  const { review, draft, cars } = openRefused();
  const further = addReturned(review, draft, createProposal(...ferryParagraphs, 'More.'), 'o');
  applyOrThrow(review, further.edits);
  expect(suggest(review, further.draft)).toEqual(refused);
  judge(review, further.draft, cars, 'disputed');
  expect(suggest(review, further.draft)).toEqual(suggested);
});

test('it is tracked again when the reviewer writes another one', () => {
  const { review, draft, cars } = openRefused();
  changeClaim(review, cars, { correction: '22 million' });
  expect(suggest(review, draft)).toMatchObject({ tracked: ['22'], said: [] });
});

test('it is not tracked when the reviewer verifies the words that the author kept, and the author is not asked again', () => {
  const { review, draft, cars } = openRefused();
  judge(review, draft, cars, 'verified');
  expect(suggest(review, draft)).toEqual(refused);
  expect(asksAboutCorrection(`Change to “21 million”. ${refused.said[0]}`)).toBe(false);
  expect(asksAboutCorrection('Change to “21 million”.')).toBe(true);
});

test('the correction of a verified claim that nobody refused is tracked', () => {
  const { review, draft, yard } = openFerry();
  changeClaim(review, yard, { correction: 'Gdynia' });
  expect(getClaim(review, yard).verdict).toBe('verified');
  expect(suggest(review, draft)).toMatchObject({ tracked: ['Gdynia'], said: [] });
});

test('a comment that does not suggest its correction again is no decision about it', () => {
  const { review, draft, yard } = openFerry();
  changeClaim(review, yard, { correction: 'Gdynia' });
  const after = createProposal(...ferryParagraphs);
  const claim = returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'));
  const say = (line: string) => {
    const [first] = claim.annotation?.comments ?? [];
    if (!claim.annotation || !first) throw new Error('the claim has no comment');
    const comments = [{ ...first, text: `${first.text}\n${line}` }];
    const claims = [{ ...claim, annotation: { ...claim.annotation, comments } }];
    return addReturned(review, draft, { ...after, claims }).counts?.rejected;
  };
  expect(say('')).toBe(1);
  expect(say('Not tracked again: the author did not take it.')).toBe(0);
});

test('an author who does not take it again is heard again', () => {
  const { review, draft, cars } = openRefused();
  const listQueue = (one: Draft) => getReviewQueue(review, one).map(({ claim }) => claim.id);
  const same = refuse(review, draft, cars, 'o');
  expect(getClaim(review, cars).answers).toHaveLength(1);
  judge(review, same, cars, 'disputed');
  expect(listQueue(same)).toEqual([]);
  expect(getRefusal(review, getClaim(review, cars), same)).toBe('insisted');
  const last = refuse(review, same, cars, 'p');
  expect(getClaim(review, cars).answers).toHaveLength(2);
  expect(listQueue(last)).toEqual([cars]);
  expect(suggest(review, last)).toEqual(refused);
});
