import { expect, test } from 'vitest';
import { formatTimeLeft } from '../../../../../shared/text/format/format-time-left';

const now = Date.parse('2026-11-28T10:00:00.000Z');

test.each([
  ['2026-12-01T10:00:00.000Z', '3 days left'],
  ['2026-11-29T09:59:00.000Z', '23 hours left'],
  ['2026-11-28T11:00:00.000Z', '1 hour left'],
  ['2026-11-28T10:20:30.000Z', '20 minutes left'],
  ['2026-11-28T10:00:10.000Z', 'due now'],
  ['2026-11-28T08:00:00.000Z', '2 hours late'],
  ['2026-11-20T10:00:00.000Z', '8 days late'],
])('A deadline of %s is “%s” at ten o’clock on 28 November', (deadline, words) => {
  expect(formatTimeLeft(deadline, now)).toBe(words);
});
