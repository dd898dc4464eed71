import { expect, test } from 'vitest';
import { startsWithListNumber } from '#shared/text/list-number.ts';

test.each([
  ['7. Seventh', true],
  ['12) Twelfth', true],
  ['1986. A year', true],
  ['3.5 million', false],
  ['1986 was a year', false],
  ['a. First', true],
  ['B) Second', true],
  ['iv) Fourth', true],
  ['A. Smith said so', false],
  ['mill. closed', false],
])('whether the list item %j starts with a number of its own: %s', (text, expected) => {
  expect(startsWithListNumber(text)).toBe(expected);
});
