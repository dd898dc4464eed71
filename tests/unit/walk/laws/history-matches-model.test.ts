import { describe, expect, test } from 'vitest';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { setVerdict as createVerdictStep } from '#shared/domain/claims/set-verdict.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import { historyMatchesModel } from '#tests/walk/laws/history-matches-model.ts';
import { markClaim, setVerdict } from '#tests/walk/model/changes.ts';
import { createModel } from '#tests/walk/model/model.ts';
import { toReviewContent } from '#tests/walk/model/review-content.ts';

const stamp = { at: '2026-01-01T00:00:00.000Z', by: null, undoes: null };

/** The stored sample, a model of it, and one of its unchecked claims. */
function createFixture() {
  const stored = openSample();
  const { review, draft } = stored;
  const claim = [...review.claims.values()].find(({ verdict }) => verdict === 'unchecked');
  if (!claim) throw new Error('every claim of the sample is judged');
  /** Sets a verdict in the stored review only, and returns the change as the history would have it. */
  const storeVerdict = (verdict: Verdict): Change => {
    const step = createVerdictStep(
      review,
      draft,
      review.claims.get(claim.id) ?? claim,
      verdict,
      createEditContext('set'),
    );
    if (!step) throw new Error('nothing was changed');
    applyOrThrow(review, step.edits);
    return { id: 'set', ...step, ...stamp };
  };
  return { stored, claim, model: createModel(toReviewContent(review, draft)), storeVerdict };
}

describe('the law that the history matches the model', () => {
  test('holds after an expected verdict', () => {
    const { stored, claim, model, storeVerdict } = createFixture();
    setVerdict(model, claim.id, 'verified');
    expect(historyMatchesModel([storeVerdict('verified')], stored, model)).toEqual([]);
  });

  test('is broken by an unexpected verdict', () => {
    const { stored, model, storeVerdict } = createFixture();
    expect(historyMatchesModel([storeVerdict('verified')], stored, model)).toEqual([
      'the history has [claim.verdict] where [] is expected',
    ]);
  });

  test('is broken by another verdict than the expected one', () => {
    const { stored, claim, model, storeVerdict } = createFixture();
    setVerdict(model, claim.id, 'verified');
    expect(historyMatchesModel([storeVerdict('disputed')], stored, model)).toEqual([
      expect.stringContaining('"disputed"'),
    ]);
  });

  test('is broken by an expected change that is missing', () => {
    const { stored, model } = createFixture();
    markClaim(model, { start: 0, end: 3 }, 'unchecked');
    expect(historyMatchesModel([], stored, model)).toEqual([
      'the history has [] where [claim.mark] is expected',
    ]);
  });

  test('allows one change or none, but not two, when the same verdict is set again', () => {
    const { stored, claim, storeVerdict } = createFixture();
    const change = storeVerdict('verified');
    const model = createModel(toReviewContent(stored.review, stored.draft));
    setVerdict(model, claim.id, 'verified');
    expect(historyMatchesModel([], stored, model)).toEqual([]);
    expect(historyMatchesModel([change], stored, model)).toEqual([]);
    expect(historyMatchesModel([change, change], stored, model)).toHaveLength(1);
  });
});
