import { expect, test } from 'vitest';
import { isLate } from '../../../../../shared/domain/library/is-late';
import { countByStatus } from '../../../../../shared/domain/review/progress';

const deadline = '2026-11-21T12:00:00.000Z';
const before = Date.parse('2026-11-21T11:59:00.000Z');
const after = Date.parse('2026-11-21T12:01:00.000Z');

test('a check is late once its deadline has passed and something is open', () => {
  const progress = countByStatus(['verified', 'unchecked']);
  expect(isLate({ deadline, progress }, before)).toBe(false);
  expect(isLate({ deadline, progress }, after)).toBe(true);
  expect(isLate({ deadline, progress: countByStatus([]) }, after)).toBe(true);
});

test('a check that is done, or has no deadline, is not late', () => {
  expect(isLate({ deadline, progress: countByStatus(['verified', 'disputed']) }, after)).toBe(false);
  expect(isLate({ deadline: null, progress: countByStatus(['unchecked']) }, after)).toBe(false);
});
