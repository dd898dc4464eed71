import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimStatuses } from '#shared/domain/base/verdict.ts';
import {
  countByStatus,
  countOpen,
  countWork,
  describeProgress,
  isAllChecked,
  type ReadingProgress,
} from '#shared/domain/review/progress.ts';

const verified = countByStatus(['verified', 'verified']);
const nothing = { lookedAt: 2, partly: 0, setAside: 1, notLookedAt: 0, total: 3 };

const knownReading: fc.Arbitrary<ReadingProgress> = fc.record({
  coverage: fc
    .record({ lookedAt: fc.nat(3), partly: fc.nat(2), setAside: fc.nat(2), notLookedAt: fc.nat(2) })
    .map((counts) => ({
      ...counts,
      total: counts.lookedAt + counts.partly + counts.setAside + counts.notLookedAt,
    })),
  openQueries: fc.option(fc.nat(2)),
});

test.each<[string, ReadingProgress | null]>([
  ['2 claims checked', null],
  ['2 claims checked', { coverage: nothing, openQueries: null }],
  ['2 claims, all checked', { coverage: nothing, openQueries: 0 }],
  ['2 claims checked, 1 open query', { coverage: nothing, openQueries: 1 }],
  ['2 claims checked, 1 sentence partly', { coverage: { ...nothing, partly: 1 }, openQueries: 0 }],
  [
    '2 claims checked, 9 sentences not looked at, 2 open queries',
    { coverage: { ...nothing, notLookedAt: 9 }, openQueries: 2 },
  ],
])('Two verified claims are said to be “%s”', (expected, reading) => {
  expect(describeProgress(verified, reading)).toBe(expected);
});

test('An article without claims is never all checked', () => {
  expect(describeProgress(countByStatus([]), { coverage: nothing, openQueries: 0 })).toBe('no claims yet');
});

test('“All checked” is said exactly when no claim, query or sentence is open, and everything is known', () => {
  const statuses = fc.array(fc.constantFrom(...claimStatuses), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(statuses, fc.option(knownReading), (claims, reading) => {
      const progress = countByStatus(claims);
      const isDone =
        countOpen(progress) === 0 &&
        reading !== null &&
        reading.openQueries === 0 &&
        reading.coverage.notLookedAt + reading.coverage.partly === 0;
      expect(isAllChecked(progress, reading)).toBe(isDone);
      expect(describeProgress(progress, reading).includes('all checked')).toBe(isDone);
    }),
  );
});

test('the bar is full exactly when all is checked', () => {
  const statuses = fc.array(fc.constantFrom(...claimStatuses), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(statuses, fc.option(knownReading), (claims, reading) => {
      const progress = countByStatus(claims);
      const judged = claims.length - countOpen(progress);
      expect(judged === countWork(progress, reading)).toBe(isAllChecked(progress, reading));
    }),
  );
});
