import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordFinder, listSearchWords } from '../../../../../main/core/search/search-words';

const find = (text: string, ...wanted: string[]) =>
  createWordFinder(new Map(wanted.map((word) => [word, word])))(text, 200).map(({ word, span }) => [
    word,
    text.slice(span.start, span.end),
  ]);

test('words are found with their places, whatever their case and accents', () => {
  expect(find('The Café, the cafe\u0301s and a CAFE', 'cafe')).toEqual([
    ['cafe', 'Café'],
    ['cafe', 'CAFE'],
  ]);
  expect(find('Émile, emile; ﬁne fine', 'emile', 'fine').map(([, written]) => written)).toEqual([
    'Émile',
    'emile',
    'ﬁne',
    'fine',
  ]);
  expect(find('1,412 of 412', '412')).toHaveLength(2);
  expect(find('in “the middle”: themselves, the-end, anthem', 'the')).toEqual([
    ['the', 'the'],
    ['the', 'the'],
  ]);
  expect(find('東京の人口 and Tokyo', '人', 'tokyo')).toHaveLength(2);
});

test('law: exactly the wanted words of a text are found, in their order', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom('Ähre', 'ahre', 'K', 'k', 'ſ', 's', 'Öl-ol', '², 2', '東京', 'x\u0301y'))
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.func(fc.boolean()), (written, isWanted) => {
      const words = listSearchWords(written);
      const wanted = new Map(words.filter(isWanted).map((word) => [word, word]));
      const found = createWordFinder(wanted)(written, 10_000);
      expect(found.map(({ word }) => word)).toEqual(words.filter((word) => wanted.has(word)));
      for (const { word, span } of found)
        expect(listSearchWords(written.slice(span.start, span.end))).toEqual([word]);
    }),
  );
});

test('no more places are looked for than are wanted', () => {
  expect(createWordFinder(new Map([['a', 'a']]))('a '.repeat(500), 200)).toHaveLength(200);
});
