import { expect, test } from 'vitest';
import { isLate } from '../../../../../shared/domain/library/library-entry';
import { countByStatus } from '../../../../../shared/domain/review/progress';

const deadline = '2026-11-21T12:00:00.000Z';
const article = { deadline, reading: null };
const before = Date.parse('2026-11-21T11:59:00.000Z');
const after = Date.parse('2026-11-21T12:01:00.000Z');

test('a check is late once its deadline has passed and something is open', () => {
  const progress = countByStatus(['verified', 'unchecked']);
  expect(isLate({ ...article, progress }, before)).toBe(false);
  expect(isLate({ ...article, progress }, after)).toBe(true);
  expect(isLate({ ...article, progress: countByStatus([]) }, after)).toBe(true);
});

test('a check that is done, or has no deadline, is not late', () => {
  expect(isLate({ ...article, progress: countByStatus(['verified', 'disputed']) }, after)).toBe(false);
  expect(isLate({ ...article, deadline: null, progress: countByStatus(['unchecked']) }, after)).toBe(false);
});

test('a check is late while sentences are known that were not looked at', () => {
  const progress = countByStatus(['verified']);
  const coverage = { lookedAt: 1, partly: 0, setAside: 0, notLookedAt: 0, total: 1 };
  const reading = { historyBytes: 1, rules: 1, isSpotting: true, coverage, openQueries: 0 };
  expect(isLate({ deadline, progress, reading }, after)).toBe(false);
  const untouched = { ...coverage, notLookedAt: 2, total: 3 };
  expect(isLate({ deadline, progress, reading: { ...reading, coverage: untouched } }, after)).toBe(true);
});
