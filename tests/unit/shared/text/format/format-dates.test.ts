import { expect, test } from 'vitest';
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDateTimeRange,
} from '#shared/text/format/format-dates.ts';

test.each([
  ['2026-11-02', '2 Nov 2026'],
  ['2026-11', 'Nov 2026'],
  ['2026', '2026'],
  ['2026-02-31', '31 Feb 2026'],
  ['0001-01-01', '1 Jan 0001'],
])('the date %s is written %s', (date, expected) => {
  expect(formatDate(date)).toBe(expected);
});

test.each([
  ['2026-11-21T11:04:00.000Z', 'Europe/Vienna', '21 November 2026, 12:04'],
  ['2026-11-21T11:04:00.000Z', 'UTC', '21 November 2026, 11:04'],
  ['2026-12-31T23:30:00.000Z', 'Asia/Kolkata', '1 January 2027, 05:00'],
  ['2026-11-21T00:00:00.000Z', 'UTC', '21 November 2026, 00:00'],
])('the timestamp %s in %s is written %s', (at, zone, expected) => {
  expect(formatDateTime(at, zone)).toBe(expected);
});

test.each([
  ['2026-03-03T10:00:00.000Z', '2026-03-03T18:00:00.000Z', 'UTC', '3 March 2026'],
  ['2026-03-03T10:00:00.000Z', '2026-03-05T10:00:00.000Z', 'UTC', '3 – 5 March 2026'],
  ['2026-02-28T10:00:00.000Z', '2026-03-03T10:00:00.000Z', 'UTC', '28 February – 3 March 2026'],
  ['2025-03-03T10:00:00.000Z', '2026-03-03T10:00:00.000Z', 'UTC', '3 March 2025 – 3 March 2026'],
  ['2026-03-03T10:00:00.000Z', '2026-03-03T23:30:00.000Z', 'Europe/Vienna', '3 – 4 March 2026'],
])('the days from %s to %s in %s are written %s', (first, last, zone, expected) => {
  expect(formatDateRange(first, last, zone)).toBe(expected);
});

test.each([
  ['2026-11-21T16:41:10Z', '2026-11-21T16:41:50Z', '21 November 2026, 16:41'],
  ['2026-11-21T16:41:00Z', '2026-11-21T16:49:00Z', '21 November 2026, 16:41 to 16:49'],
  ['2026-11-20T16:41:00Z', '2026-11-21T16:49:00Z', '20 November 2026, 16:41 to 21 November 2026, 16:49'],
])('the time from %s to %s is written without repeating the day', (first, last, expected) => {
  expect(formatDateTimeRange(first, last, 'UTC')).toBe(expected);
});
