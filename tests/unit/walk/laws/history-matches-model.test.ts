import { describe, expect, test } from 'vitest';
import { setVerdict } from '../../../../shared/domain/claims/claim-edits';
import type { Change } from '../../../../shared/domain/history/change';
import type { Verdict } from '../../../../shared/domain/verdict';
import { historyMatchesModel } from '../../../walk/laws/history-matches-model';
import { toReviewContent } from '../../../walk/model/review-content';
import { setVerdict, markClaim } from '../../../walk/model/changes';
import { createModel } from '../../../walk/model/model';
import { createEditContext, applyOrThrow, openSample } from '../../shared/reviews';

const stamp = { at: '2026-01-01T00:00:00.000Z', by: null, undoes: null };

/** The sample as it is stored, a walk that knows it, and one of its claims that nobody has judged. */
function begin() {
  const stored = openSample();
  const { review, draft } = stored;
  const claim = [...review.claims.values()].find(({ verdict }) => verdict === 'unchecked');
  if (!claim) throw new Error('every claim of the sample is judged');
  /** Sets a verdict past the walk: the step, as the history would have it. */
  const set = (verdict: Verdict): Change => {
    const step = setVerdict(
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
  return { stored, claim, world: createModel(toReviewContent(review, draft)), set };
}

describe('the law about the history', () => {
  test('is kept by a verdict that was asked for', () => {
    const { stored, claim, world, set } = begin();
    setVerdict(world, claim.id, 'verified');
    expect(historyMatchesModel([set('verified')], stored, world)).toEqual([]);
  });

  test('is broken by a verdict that nobody asked for', () => {
    const { stored, world, set } = begin();
    expect(historyMatchesModel([set('verified')], stored, world)).toEqual([
      'the history has [claim.verdict] where [] was asked for',
    ]);
  });

  test('is broken by another verdict than the one asked for', () => {
    const { stored, claim, world, set } = begin();
    setVerdict(world, claim.id, 'verified');
    expect(historyMatchesModel([set('disputed')], stored, world)).toEqual([expect.stringContaining('"disputed"')]);
  });

  test('is broken by a step that was asked for and is not there', () => {
    const { stored, world } = begin();
    markClaim(world, { start: 0, end: 3 }, 'unchecked');
    expect(historyMatchesModel([], stored, world)).toEqual(['the history has [] where [claim.mark] was asked for']);
  });

  test('lets the same verdict set again be one step or none, and never two', () => {
    const { stored, claim, set } = begin();
    const step = set('verified');
    const world = createModel(toReviewContent(stored.review, stored.draft));
    setVerdict(world, claim.id, 'verified');
    expect(historyMatchesModel([], stored, world)).toEqual([]);
    expect(historyMatchesModel([step], stored, world)).toEqual([]);
    expect(historyMatchesModel([step, step], stored, world)).toHaveLength(1);
  });
});
