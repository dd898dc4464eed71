import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  foldForSearch,
  foldQueryWords,
  foldToLetters,
  replaceTypographicVariants,
} from '#shared/text/characters/folding.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';

test('a text is folded without case, accents and compatibility forms', () => {
  expect(foldForSearch('Tromsø, Řeka, ＡＢ ﬁrst')).toBe('tromsø, reka, ab first');
});

test('a query is split into its folded words', () => {
  expect(foldQueryWords('  Řeka\u00a0 Port\n')).toEqual(['reka', 'port']);
  expect(foldQueryWords(' ')).toEqual([]);
});

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

test('typographic quotes, dashes and spaces become those of the keyboard', () => {
  expect(replaceTypographicVariants('“a”„b‟«c» ‘d’‚e‛ f′ −5 1–2 — x\u00a0y\u202fz\nw')).toBe(
    '"a""b""c" \'d\'\'e\' f\' -5 1-2 - x y z w',
  );
});

test('no offset changes, and a second replacement changes nothing', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const plain = replaceTypographicVariants(text);
      expect(plain).toHaveLength(text.length);
      expect(replaceTypographicVariants(plain)).toBe(plain);
    }),
  );
});
