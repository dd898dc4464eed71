import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describePrimacy, type Source } from '#shared/domain/base/source.ts';
import { getStandingDetails } from '#shared/domain/base/source-standing.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { compareForMerge, type MergeField, mergeSources } from '#shared/domain/sources/merge-sources.ts';
import { applyOrThrow, openSample } from '#tests/unit/shared/reviews.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

const days = ['2026-11-20T10:00:00.000Z', '2026-11-22T10:00:00.000Z'] as const;

function merging(one: Partial<Source>, other: Partial<Source>, fromDuplicate: readonly MergeField[] = []) {
  const { review } = openSample();
  const [kept, duplicate] = [
    createTestSource('kept', one),
    createTestSource('duplicate', { ...other, title: 'Source kept' }),
  ];
  applyOrThrow(review, [makeCreateEdit('sources', kept), makeCreateEdit('sources', duplicate)]);
  const asked = compareForMerge(review, kept, duplicate).conflicts.map(({ field }) => field);
  applyOrThrow(review, mergeSources(review, kept, duplicate, new Set(fromDuplicate)).edits);
  const merged = review.sources.get('kept');
  if (!merged) throw new Error('the kept source is gone');
  return { kept, duplicate, asked, merged };
}

const standing: fc.Arbitrary<Partial<Source>> = fc
  .record({
    standing: fc.constantFrom('good', 'withdrawn', 'wrong'),
    standingReason: fc.constantFrom(null, 'It was a draft.', 'It was forged.'),
    standingSince: fc.constantFrom(null, ...days),
  })
  .map((details) => (details.standing === 'good' ? {} : details));
const sides = fc.constantFrom('kept', 'duplicate');

test('the standing is kept with its reason and day, and is a conflict if both differ', () => {
  fc.assert(
    fc.property(standing, standing, sides, (one, other, side) => {
      const chosen: MergeField[] = side === 'duplicate' ? ['standing'] : [];
      const { asked, merged, ...both } = merging(one, other, chosen);
      const unreliable = [both.kept, both.duplicate].filter(({ standing }) => standing !== 'good');
      const reasons = new Set(
        unreliable.map((source) => source.standingReason).filter((why) => why !== null),
      );
      const mustAsk = new Set(unreliable.map((source) => source.standing)).size === 2 || reasons.size === 2;
      expect(asked).toEqual(mustAsk ? ['standing'] : []);
      if (mustAsk) {
        expect(getStandingDetails(merged)).toEqual(getStandingDetails(both[side]));
        return;
      }
      expect(merged.standing).toBe(unreliable[0]?.standing ?? 'good');
      expect(merged.standingReason).toBe([...reasons][0] ?? null);
      // The reason keeps its day. If both have the same reason, the earlier day counts.
      const withReason = unreliable.filter((source) => source.standingReason === merged.standingReason);
      const getDays = (from: readonly Source[]) =>
        from.map(({ standingSince }) => standingSince).filter((day) => day !== null);
      expect(merged.standingSince).toBe([...getDays(withReason).sort(), ...getDays(unreliable)][0] ?? null);
    }),
    { numRuns: 300 },
  );
});

test('being primary or secondary is kept, and is a conflict if both differ', () => {
  const said = fc.constantFrom({}, { primary: true }, { secondary: true });
  fc.assert(
    fc.property(said, said, sides, (one, other, side) => {
      const chosen: MergeField[] = side === 'duplicate' ? ['primacy'] : [];
      const { asked, merged, ...both } = merging(one, other, chosen);
      const words = [describePrimacy(both.kept), describePrimacy(both.duplicate)].filter(
        (word) => word !== null,
      );
      const mustAsk = new Set(words).size === 2;
      expect(asked).toEqual(mustAsk ? ['primacy'] : []);
      expect(describePrimacy(merged)).toBe(mustAsk ? describePrimacy(both[side]) : (words[0] ?? null));
      expect(merged.primary && merged.secondary).toBe(false);
    }),
  );
});
