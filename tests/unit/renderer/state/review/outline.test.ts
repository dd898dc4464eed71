import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownAfter, shownClaims } from '../../../../../renderer/state/review/outline';
import { countingFacts, mustApply, openSample, stepFor, wishes } from '../../../shared/reviews';

describe('shownAfter', () => {
  it('gives what a fresh look at the review gives, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 25 }), (wanted) => {
        const { review, draft } = openSample();
        const facts = countingFacts('w');
        let shown: ReturnType<typeof shownAfter> = shownClaims(review, draft);
        for (const wish of wanted) {
          const step = stepFor(review, draft, wish, facts);
          if (!step) continue;
          mustApply(review, step.edits);
          shown = shownAfter(review, draft, shown, step.edits);
          expect(shown).toEqual(shownClaims(review, draft));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the objects of the claims that did not change', () => {
    const { review, draft } = openSample();
    const before = shownClaims(review, draft);
    const step = stepFor(review, draft, { what: 3, pick: 2, other: 0, words: 'mended' }, countingFacts('w'));
    mustApply(review, step?.edits ?? []);
    const after = shownAfter(review, draft, before, step?.edits ?? []);
    expect(after.filter((claim, index) => claim !== before[index])).toHaveLength(1);
  });

  it('is the same list when no claim was touched', () => {
    const { review, draft } = openSample();
    const before = shownClaims(review, draft);
    const step = stepFor(
      review,
      draft,
      { what: 1, pick: 0, other: 0, words: 'By nobody' },
      countingFacts('w'),
    );
    mustApply(review, step?.edits ?? []);
    expect(shownAfter(review, draft, before, step?.edits ?? [])).toBe(before);
  });
});
