import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { editClaim, setVerdict } from '../../../../../shared/domain/claims/claim-edits';
import { getClaimStatus, getRecheckReasons } from '../../../../../shared/domain/claims/recheck';
import type { Draft } from '../../../../../shared/domain/draft';
import { makeUpdateEdit } from '../../../../../shared/domain/history/make-edits';
import { findPlacement, listPlacedClaims } from '../../../../../shared/domain/review/placed-claims';
import { copyReview } from '../../../../../shared/domain/review/review';
import type { Verdict } from '../../../../../shared/domain/verdict';
import { carryReview } from '../../../../../shared/drafts/carry-review';
import { listCorrectableClaims } from '../../../../../shared/drafts/corrections/correctable-claims';
import { createCorrectedDraft } from '../../../../../shared/drafts/corrections/create-corrected-draft';
import { applyOrThrow, createEditContext } from '../../reviews';
import { checked } from '../checked-articles';

const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in 1986.'];
const sumOf = () => 'c'.repeat(64);

function corrected(corrections: Record<string, string>) {
  const opened = checked(paragraphs, {
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

test('the chosen corrections make one draft; their claims stand on the new words, to be judged again', () => {
  const { review, draft, claimIds } = corrected({
    'carried 12 million': 'took 11 million',
    'in 1986': 'in 1987',
  });
  expect(listCorrectableClaims(review, draft).map(({ correction }) => correction)).toEqual([
    'took 11 million',
    'in 1987',
  ]);
  const made = createCorrectedDraft(review, draft, claimIds.slice(0, 1), sumOf, createEditContext('n'));
  if (!made.ok) throw new Error(made.why);
  applyOrThrow(review, made.edits);
  expect(made.draft.text).toBe('It took 11 million cars in 2019.\n\nIt was built in 1986.');
  const outline = listPlacedClaims(review, made.draft.id).map(({ claim, span, placement }) => ({
    words: made.draft.text.slice(span.start, span.end),
    status: placement.status,
    standing: getClaimStatus(review, made.draft, claim, span),
    correction: claim.correction,
  }));
  expect(outline).toEqual([
    // The other claim shares words that were replaced, so it stands on all that replaced them.
    { words: 'took 11 million cars', status: 'reworded', standing: 'recheck', correction: null },
    { words: 'took 11 million', status: 'reworded', standing: 'recheck', correction: null },
    { words: 'in 1986', status: 'unchanged', standing: 'verified', correction: 'in 1987' },
  ]);
});

test('corrections on the same words are not applied together, and it is said which they are', () => {
  const { review, draft, claimIds } = corrected({ 'carried 12 million': 'a', '12 million cars': 'b' });
  expect(createCorrectedDraft(review, draft, claimIds, sumOf, createEditContext('n'))).toEqual({
    ok: false,
    why: 'The corrections of claims 1 and 2 are on the same words. Leave one of them out.',
  });
});

test('a correction that says what stands there already is none', () => {
  const { review, draft, claimIds } = corrected({ 'in 1986': 'in 1986' });
  expect(createCorrectedDraft(review, draft, claimIds, sumOf, createEditContext('n'))).toMatchObject({
    ok: false,
  });
});

describe('a claim whose correction changed no more than the style', () => {
  const words = 'met Marcos Jr.for an hour';
  const fixed = 'met Marcos Jr. for an hour';

  function styleCorrected(verdict: Verdict) {
    const { review, draft, claimIds } = checked([`The mayor ${words}.`, 'Nobody came.'], {
      [words]: verdict,
    });
    const facts = createEditContext('n');
    const [claimId = ''] = claimIds;
    const claim = () => {
      const found = review.claims.get(claimId);
      if (!found) throw new Error('the claim is gone');
      return found;
    };
    const correct = (before: Draft, correction: string): Draft => {
      applyOrThrow(review, editClaim(claim(), { correction })?.edits ?? []);
      const made = createCorrectedDraft(
        review,
        before,
        claimIds,
        (text) => createHash('sha256').update(text).digest('hex'),
        facts,
      );
      if (!made.ok) throw new Error(made.why);
      applyOrThrow(review, made.edits);
      return made.draft;
    };
    const standing = (shown: Draft) => {
      const placement = findPlacement(review, claimId, shown.id);
      const span = placement?.span ?? null;
      return {
        standing: getClaimStatus(review, shown, claim(), span),
        reasons: getRecheckReasons(review, shown, claim(), span),
        resolved: placement?.resolved,
      };
    };
    const judgeIn = (on: Draft, again: Verdict) =>
      applyOrThrow(review, setVerdict(review, on, claim(), again, facts)?.edits ?? []);
    return { review, draft, claim, correct, standing, judgeIn };
  }

  test('goes to re-check with that reason, is queued, and stands once it was judged again', () => {
    const { draft, correct, standing, judgeIn, claim } = styleCorrected('disputed');
    const corrected = correct(draft, fixed);
    expect(claim().correction).toBeNull();
    expect(standing(corrected)).toEqual({ standing: 'recheck', reasons: ['correction'], resolved: false });
    // An older draft is shown as it was.
    expect(standing(draft)).toMatchObject({ standing: 'disputed', reasons: [] });
    judgeIn(corrected, 'disputed');
    expect(standing(corrected)).toEqual({ standing: 'disputed', reasons: [], resolved: true });
  });

  test('that was never judged stays unchecked', () => {
    const { draft, correct, standing } = styleCorrected('unchecked');
    expect(standing(correct(draft, fixed))).toEqual({ standing: 'unchecked', reasons: [], resolved: true });
  });

  test('waits in the next draft too, also where the words are those that were judged again', () => {
    const { review, draft, correct, standing, judgeIn } = styleCorrected('verified');
    const back = correct(correct(draft, fixed), words);
    expect(back.text).toBe(draft.text);
    expect(standing(back)).toEqual({ standing: 'recheck', reasons: ['correction'], resolved: false });
    const next = { ...back, text: back.text.replace('Nobody came', 'Somebody came') };
    const [carried] = carryReview({ review: copyReview(review), before: back, after: next }).claims;
    expect(carried).toMatchObject({ status: 'unchanged', recheck: true, resolved: false });
    judgeIn(back, 'verified');
    expect(standing(back)).toEqual({ standing: 'verified', reasons: [], resolved: true });
    const [later] = carryReview({ review: copyReview(review), before: back, after: next }).claims;
    expect(later).toMatchObject({ status: 'unchanged', recheck: false, resolved: true });
  });
});
