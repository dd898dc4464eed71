import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCorrectedDraft } from '#main/core/drafts/create-corrected-draft.ts';
import { carryReview } from '#main/worker/drafts/carry-review.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { editClaim } from '#shared/domain/claims/claim-edits.ts';
import { getClaimStatus, getRecheckReasons } from '#shared/domain/claims/recheck.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { findPlacement, listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { makeUpdateEdit } from '#shared/domain/review/step.ts';
import { listCorrectableClaims } from '#shared/drafts/apply-corrections.ts';
import { openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in 1986.'];
const hashText = () => 'c'.repeat(64);

function openWithCorrections(corrections: Record<string, string>) {
  const opened = openCheckedArticle(paragraphs, {
    'carried 12 million': 'disputed',
    '12 million cars': 'verified',
    'in 1986': 'verified',
  });
  const { review, draft } = opened;
  for (const { claim, span } of listPlacedClaims(review, draft.id)) {
    const correction = corrections[draft.text.slice(span.start, span.end)] ?? null;
    const edit = makeUpdateEdit('claims', claim, { correction });
    applyOrThrow(review, edit ? [edit] : []);
  }
  return opened;
}

test('the chosen corrections make one draft, and their claims are on the new words, to be judged again', () => {
  const { review, draft, claimIds } = openWithCorrections({
    'carried 12 million': 'took 11 million',
    'in 1986': 'in 1987',
  });
  expect(listCorrectableClaims(review, draft).map(({ correction }) => correction)).toEqual([
    'took 11 million',
    'in 1987',
  ]);
  const result = createCorrectedDraft(review, draft, claimIds.slice(0, 1), hashText, createEditContext('n'));
  if (!result.ok) throw new Error(result.why);
  applyOrThrow(review, result.edits);
  expect(result.draft.text).toBe('It took 11 million cars in 2019.\n\nIt was built in 1986.');
  const outline = listPlacedClaims(review, result.draft.id).map(({ claim, span, placement }) => ({
    words: result.draft.text.slice(span.start, span.end),
    status: placement.status,
    claimStatus: getClaimStatus(review, result.draft, claim, span),
    correction: claim.correction,
  }));
  expect(outline).toEqual([
    // The other claim shares words that were replaced, so it is on all that replaced them.
    { words: 'took 11 million cars', status: 'reworded', claimStatus: 'recheck', correction: null },
    { words: 'took 11 million', status: 'reworded', claimStatus: 'recheck', correction: null },
    { words: 'in 1986', status: 'unchanged', claimStatus: 'verified', correction: 'in 1987' },
  ]);
});

test('corrections on the same words are not applied together, and the message names their claims', () => {
  const { review, draft, claimIds } = openWithCorrections({
    'carried 12 million': 'a',
    '12 million cars': 'b',
  });
  expect(createCorrectedDraft(review, draft, claimIds, hashText, createEditContext('n'))).toEqual({
    ok: false,
    why: 'The corrections of claims 1 and 2 are on the same words. Leave one of them out.',
  });
});

test('a correction that is the same as the text is not applied', () => {
  const { review, draft, claimIds } = openWithCorrections({ 'in 1986': 'in 1986' });
  expect(createCorrectedDraft(review, draft, claimIds, hashText, createEditContext('n'))).toMatchObject({
    ok: false,
  });
});

describe('a claim whose correction changed no more than the style', () => {
  const words = 'met Marcos Jr.for an hour';
  const fixed = 'met Marcos Jr. for an hour';

  function openWithStyleCorrection(verdict: Verdict) {
    const { review, draft, claimIds } = openCheckedArticle([`The mayor ${words}.`, 'Nobody came.'], {
      [words]: verdict,
    });
    const context = createEditContext('n');
    const [claimId = ''] = claimIds;
    const claim = () => {
      const found = review.claims.get(claimId);
      if (!found) throw new Error('The claim is gone.');
      return found;
    };
    const correct = (before: Draft, correction: string): Draft => {
      applyOrThrow(review, editClaim(claim(), { correction })?.edits ?? []);
      const result = createCorrectedDraft(
        review,
        before,
        claimIds,
        (text) => createHash('sha256').update(text).digest('hex'),
        context,
      );
      if (!result.ok) throw new Error(result.why);
      applyOrThrow(review, result.edits);
      return result.draft;
    };
    const getState = (draft: Draft) => {
      const placement = findPlacement(review, claimId, draft.id);
      const span = placement?.span ?? null;
      return {
        status: getClaimStatus(review, draft, claim(), span),
        reasons: getRecheckReasons(review, draft, claim(), span),
        resolved: placement?.resolved,
      };
    };
    const judge = (inDraft: Draft, verdict: Verdict) =>
      applyOrThrow(review, setVerdict(review, inDraft, claim(), verdict, context)?.edits ?? []);
    return { review, draft, claim, correct, getState, judge };
  }

  test('the claim is to be checked again for that reason, until it is judged again', () => {
    const { draft, correct, getState, judge, claim } = openWithStyleCorrection('disputed');
    const corrected = correct(draft, fixed);
    expect(claim().correction).toBeNull();
    expect(getState(corrected)).toEqual({ status: 'recheck', reasons: ['correction'], resolved: false });
    // An older draft keeps its state.
    expect(getState(draft)).toMatchObject({ status: 'disputed', reasons: [] });
    judge(corrected, 'disputed');
    expect(getState(corrected)).toEqual({ status: 'disputed', reasons: [], resolved: true });
  });

  test('a claim that was never judged stays unchecked', () => {
    const { draft, correct, getState } = openWithStyleCorrection('unchecked');
    expect(getState(correct(draft, fixed))).toEqual({ status: 'unchecked', reasons: [], resolved: true });
  });

  test('the claim waits in the next draft too, also where its words are the judged ones again', () => {
    const { review, draft, correct, getState, judge } = openWithStyleCorrection('verified');
    const back = correct(correct(draft, fixed), words);
    expect(back.text).toBe(draft.text);
    expect(getState(back)).toEqual({ status: 'recheck', reasons: ['correction'], resolved: false });
    const next = { ...back, text: back.text.replace('Nobody came', 'Somebody came') };
    const [carried] = carryReview({ review: copyReview(review), before: back, after: next }).claims;
    expect(carried).toMatchObject({ status: 'unchanged', recheck: true, resolved: false });
    judge(back, 'verified');
    expect(getState(back)).toEqual({ status: 'verified', reasons: [], resolved: true });
    const [later] = carryReview({ review: copyReview(review), before: back, after: next }).claims;
    expect(later).toMatchObject({ status: 'unchanged', recheck: false, resolved: true });
  });
});

test('comments on no words stay with the corrected draft, for the search of its reports', () => {
  const { review, draft, claimIds } = openWithCorrections({ 'in 1986': 'in 1987' });
  const before: Draft = {
    ...draft,
    account: ['3 comments added as claims', 'comment on no words of the article: “Ring Ben”'],
    earlierComments: ['“Ring Cem”'],
  };
  const result = createCorrectedDraft(review, before, claimIds, hashText, createEditContext('n'));
  if (!result.ok) throw new Error(result.why);
  expect(result.draft.account).toBeNull();
  expect(result.draft.earlierComments).toEqual(['“Ring Cem”', '“Ring Ben”']);
});
