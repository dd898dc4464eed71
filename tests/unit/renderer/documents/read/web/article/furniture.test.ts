import { expect, test } from 'vitest';
import { isDateLine } from '#renderer/documents/read/web/article/furniture.ts';

test.each([
  ['Updated 10:01 pm PST, Tuesday, November 19, 2019', true],
  ['PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Tue, Nov 19, 2019', true],
  ['segunda-feira, 22 de janeiro de 2018 às 0:13', true],
  ['Veröffentlicht am 5. März 2024 um 08:00 Uhr', true],
  ['2 hours ago', true],
  ['19 ноября 2019', true],
  ['In 2019 the council spent 4 million.', false],
  ['November', false],
  ['The ferry sails at 10:15', false],
])('%j is only a date: %s', (text, isDate) => {
  expect(isDateLine(text)).toBe(isDate);
});
