import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BackupStamp } from '#main/storage/backup/manifest.ts';
import { chooseKept } from '#main/storage/backup/prune.ts';

const dayMs = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-01-01T00:00:00Z');
const getDay = (at: number) => Math.floor(at / dayMs);
const getWeek = (at: number) => Math.floor((getDay(at) + 3) / 7);

/** Backups in the order in which they were made, by a clock that may show anything. */
const anyBackups = fc
  .array(fc.integer({ min: Date.parse('1970-01-01T00:00:00Z'), max: Date.parse('2039-01-01T00:00:00Z') }), {
    maxLength: 120,
  })
  .map((times) => times.map((at, index): BackupStamp => ({ number: index + 1, at })));

/** Backups by a clock that never goes back: minutes to weeks apart. */
const orderlyBackups = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 30_000 })), {
    maxLength: 200,
  })
  .map((minutes) => {
    let at = start;
    return minutes.map((later, index): BackupStamp => {
      at += later * 60_000;
      return { number: index + 1, at };
    });
  });

/** As in use: after each new backup, those that are not kept are removed. */
function takeOneByOne(backups: readonly BackupStamp[]): BackupStamp[] {
  let kept: BackupStamp[] = [];
  for (const backup of backups) {
    kept = [...kept, backup];
    const chosen = chooseKept(kept);
    kept = kept.filter((one) => chosen.has(one));
  }
  return kept;
}

test('the last ten backups are kept, whatever the clock showed', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const kept = takeOneByOne(backups);
      expect(kept.slice(-10)).toEqual(backups.slice(-10));
    }),
  );
});

test('the last backup of each of the last 14 days and 8 weeks that have one is kept', () => {
  fc.assert(
    fc.property(orderlyBackups, (backups) => {
      const kept = new Set(takeOneByOne(backups));
      for (const [getPeriod, count] of [
        [getDay, 14],
        [getWeek, 8],
      ] as const) {
        const periods = [...new Set(backups.map(({ at }) => getPeriod(at)))].slice(-count);
        for (const period of periods) {
          const last = backups.findLast(({ at }) => getPeriod(at) === period);
          expect(last && kept.has(last)).toBe(true);
        }
      }
    }),
  );
});

test('a backup that is the only one of its day or week within the window is never removed', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const kept = chooseKept(backups);
      const days = [...new Set(backups.map(({ at }) => getDay(at)))].sort((a, b) => b - a).slice(0, 14);
      for (const day of days) expect([...kept].some(({ at }) => getDay(at) === day)).toBe(true);
      const weeks = [...new Set(backups.map(({ at }) => getWeek(at)))].sort((a, b) => b - a).slice(0, 8);
      for (const week of weeks) expect([...kept].some(({ at }) => getWeek(at) === week)).toBe(true);
    }),
  );
});

test('removing one by one keeps the same as choosing among all at once', () => {
  fc.assert(
    fc.property(orderlyBackups, (backups) => {
      expect(new Set(takeOneByOne(backups))).toEqual(chooseKept(backups));
    }),
  );
});

test('no more than 32 backups are kept, and choosing again changes nothing', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const kept = chooseKept(backups);
      expect(kept.size).toBeLessThanOrEqual(32);
      expect(chooseKept([...kept])).toEqual(kept);
    }),
  );
});

test('a clock that was decades ahead for a day costs one day and one week, and not what was kept', () => {
  const daily = Array.from({ length: 60 }, (_, day) => ({ number: day + 1, at: start + day * dayMs }));
  const ahead = { number: 61, at: Date.parse('2038-02-01T00:00:00Z') };
  const after = Array.from({ length: 20 }, (_, day) => ({
    number: 62 + day,
    at: start + (60 + day) * dayMs,
  }));
  const kept = takeOneByOne([...daily, ahead, ...after]);
  expect(new Set(kept.map(({ at }) => getDay(at))).size).toBeGreaterThanOrEqual(14);
  expect(new Set(kept.map(({ at }) => getWeek(at))).size).toBeGreaterThanOrEqual(8);
});
