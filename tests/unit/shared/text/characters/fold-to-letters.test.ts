import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldToLetters } from '../../../../../shared/text/characters/fold-to-letters';
import { hostileText } from '../../arbitraries';

test.each([
  ['The Harbour-Tram, 2nd ed.', 'the harbour tram 2nd ed '],
  ['ＡＢ ﬁrst № 5', 'ab first no 5'],
  ['Cafe\u0301 — Öl', 'café öl'],
  ['', ''],
])('%j is folded to its letters and numbers: %j', (text, folded) => {
  expect(foldToLetters(text, ' ')).toBe(folded);
  expect(foldToLetters(text, '')).toBe(folded.replaceAll(' ', ''));
});

test('a folded text holds nothing but letters, numbers and single separators', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(foldToLetters(text, ' ')).toMatch(/^ ?(?:[\p{L}\p{N}]+ )*(?:[\p{L}\p{N}]+)?$/u);
    }),
  );
});
