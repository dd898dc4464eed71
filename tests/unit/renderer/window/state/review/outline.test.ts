import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOutline, updateOutline } from '#renderer/window/state/review/outline.ts';
import {
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toStep,
} from '#tests/unit/shared/reviews.ts';

describe('updateOutline', () => {
  it('an updated outline equals one that is built from scratch, after any steps', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 25 }), (wanted) => {
        const { review, draft } = openSample();
        const facts = createEditContext('w');
        let shown: ReturnType<typeof updateOutline> = buildOutline(review, draft);
        for (const wish of wanted) {
          const step = toStep(review, draft, wish, facts);
          if (!step) continue;
          applyOrThrow(review, step.edits);
          shown = updateOutline(review, draft, shown, step.edits);
          expect(shown).toEqual(buildOutline(review, draft));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('an updated outline has the same objects for the claims that did not change', () => {
    const { review, draft } = openSample();
    const before = buildOutline(review, draft);
    const step = toStep(
      review,
      draft,
      { what: 3, pick: 2, other: 0, words: 'edited' },
      createEditContext('w'),
    );
    applyOrThrow(review, step?.edits ?? []);
    const after = updateOutline(review, draft, before, step?.edits ?? []);
    expect(after.filter((claim, index) => claim !== before[index])).toHaveLength(1);
  });

  it('the outline is the same array when no claim was touched', () => {
    const { review, draft } = openSample();
    const before = buildOutline(review, draft);
    const step = toStep(
      review,
      draft,
      { what: 1, pick: 0, other: 0, words: 'By nobody' },
      createEditContext('w'),
    );
    applyOrThrow(review, step?.edits ?? []);
    expect(updateOutline(review, draft, before, step?.edits ?? [])).toBe(before);
  });
});
