import { expect, test } from 'vitest';
import { counted, listed, sentence } from '../../../../shared/reports/wording';
import { shownDate, shownMoment } from '../../../../shared/text/dates';

test.each([
  ['2026-11-02', '2 Nov 2026'],
  ['2026-11', 'Nov 2026'],
  ['2026', '2026'],
  ['2026-02-31', '31 Feb 2026'],
  ['0001-01-01', '1 Jan 0001'],
])('the date %s is %s', (date, expected) => {
  expect(shownDate(date)).toBe(expected);
});

test.each([
  ['2026-11-21T11:04:00.000Z', 'Europe/Vienna', '21 November 2026, 12:04'],
  ['2026-11-21T11:04:00.000Z', 'UTC', '21 November 2026, 11:04'],
  ['2026-12-31T23:30:00.000Z', 'Asia/Kolkata', '1 January 2027, 05:00'],
  ['2026-11-21T00:00:00.000Z', 'UTC', '21 November 2026, 00:00'],
])('the moment %s in %s is %s', (at, zone, expected) => {
  expect(shownMoment(at, zone)).toBe(expected);
});

test('a sentence ends once', () => {
  expect(['No', 'No.', 'No?', '“No.”', '“No”', 'No…'].map(sentence)).toEqual([
    'No.',
    'No.',
    'No?',
    '“No.”',
    '“No”.',
    'No…',
  ]);
});

test('names and counts read as a person would say them', () => {
  expect([[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Cy']].map(listed)).toEqual([
    '',
    'Ada',
    'Ada and Bo',
    'Ada, Bo and Cy',
  ]);
  expect([counted(0, 'claim'), counted(1, 'claim'), counted(2, 'claim')]).toEqual([
    '0 claims',
    '1 claim',
    '2 claims',
  ]);
});
