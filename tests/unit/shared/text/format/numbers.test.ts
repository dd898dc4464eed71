import { expect, test } from 'vitest';
import {
  formatCount,
  formatFileSize,
  formatNumber,
  formatPages,
  formatTimeLeft,
} from '#shared/text/format/numbers.ts';

test('numbers are written with a comma between thousands, also in counts', () => {
  expect([0, 999, 1_000, 104_936, 1_234_567].map(formatNumber)).toEqual([
    '0',
    '999',
    '1,000',
    '104,936',
    '1,234,567',
  ]);
  expect([formatCount(1, 'word'), formatCount(104_936, 'word')]).toEqual(['1 word', '104,936 words']);
});

test('a count is followed by the singular or plural that goes with it', () => {
  expect([0, 1, 2].map((count) => formatCount(count, 'claim'))).toEqual(['0 claims', '1 claim', '2 claims']);
  expect([1, 2].map((count) => formatCount(count, 'edit is', 'edits are'))).toEqual([
    '1 edit is',
    '2 edits are',
  ]);
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [9_949, '9.9 kB'],
  [9_950, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_234_567, '1.2 MB'],
  [2 * 1024 ** 3, '2.1 GB'],
  [5_000_000_000_000, '5000 GB'],
])('%i bytes are written %s', (bytes, words) => {
  expect(formatFileSize(bytes)).toBe(words);
});

test.each([
  [[], ''],
  [[3], 'page 3'],
  [[3, 4], 'pages 3 and 4'],
  [[3, 5, 6, 7], 'pages 3 and 5–7'],
  [[1, 3, 5], 'pages 1, 3 and 5'],
  [[2, 3, 4], 'pages 2–4'],
])('the pages %j are written as “%s”', (pages, text) => {
  expect(formatPages(pages)).toBe(text);
});

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
