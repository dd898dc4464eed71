import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdicts } from '#shared/domain/base/verdict.ts';
import {
  createTimeline,
  listVerdictChanges,
  maxTimelinePoints,
  sumFigures,
  type VerdictChange,
} from '#shared/domain/library/overview.ts';
import { type Change, invertChange } from '#shared/domain/review/change.ts';

test('Figures of several articles are added kind by kind', () => {
  const a = { evidence: [{ kind: 'webPage' as const, count: 2 }], singleSourced: 1, unsourced: 0 };
  const b = {
    evidence: [
      { kind: 'webPage' as const, count: 1 },
      { kind: 'person' as const, count: 3 },
    ],
    singleSourced: 2,
    unsourced: 4,
  };
  expect(sumFigures([a, b])).toEqual({
    evidence: [
      { kind: 'webPage', count: 3 },
      { kind: 'person', count: 3 },
    ],
    singleSourced: 3,
    unsourced: 4,
  });
  expect(sumFigures([])).toEqual({ evidence: [], singleSourced: 0, unsourced: 0 });
});

const none = { verified: 0, disputed: 0, unverifiable: 0, unchecked: 0 };

function change(id: string, at: string, edits: Change['edits']): Change {
  return { id, at, by: null, action: 'claim.verdict', edits, undoes: null };
}

const marked = change('1', '2026-11-28T10:00:00.000Z', [
  { table: 'claims', id: 'a', create: { id: 'a', verdict: 'unchecked' } },
  { table: 'placements', id: 'p', create: { id: 'p' } },
]);
const judged = change('2', '2026-11-28T11:00:00.000Z', [
  { table: 'claims', id: 'a', update: { before: { verdict: 'unchecked' }, after: { verdict: 'verified' } } },
]);

test('A timeline follows a claim from its mark to its verdict', () => {
  expect(createTimeline(listVerdictChanges([marked, judged]))).toEqual([
    { at: marked.at, counts: { ...none, unchecked: 1 } },
    { at: judged.at, counts: { ...none, verified: 1 } },
  ]);
});

test('An undone verdict counts until it was undone', () => {
  const undone = invertChange(judged, { id: '3', at: '2026-11-28T12:00:00.000Z', by: null });
  expect(createTimeline(listVerdictChanges([marked, judged, undone])).at(-1)?.counts).toEqual({
    ...none,
    unchecked: 1,
  });
});

test('A change of a note is no change of a verdict', () => {
  const noted = change('4', '2026-11-28T12:00:00.000Z', [
    { table: 'claims', id: 'a', update: { before: { note: null }, after: { note: 'Checked.' } } },
  ]);
  expect(listVerdictChanges([noted])).toEqual([]);
});

test('The last count of any timeline is the number of claims at the end, and it never has too many points', () => {
  const claimChanges = fc
    .array(fc.tuple(fc.constantFrom(...verdicts, null), fc.nat(1_000_000_000)), {
      minLength: 1,
      maxLength: 20,
    })
    .map((steps): VerdictChange[] => {
      const times = steps.map(([, time]) => time).sort((a, b) => a - b);
      return steps.map(([after], index) => ({
        at: new Date(times[index] ?? 0).toISOString(),
        before: steps[index - 1]?.[0] ?? null,
        after,
      }));
    });
  fc.assert(
    fc.property(fc.array(claimChanges, { minLength: 1, maxLength: 40 }), (claims) => {
      const timeline = createTimeline(claims.flat());
      expect(timeline.length).toBeLessThanOrEqual(maxTimelinePoints);
      const ends = claims.map((changes) => changes.at(-1)?.after);
      for (const verdict of verdicts)
        expect(timeline.at(-1)?.counts[verdict]).toBe(ends.filter((end) => end === verdict).length);
    }),
  );
});
