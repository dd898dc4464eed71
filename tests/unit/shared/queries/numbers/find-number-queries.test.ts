import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQueries } from '#shared/queries/find-queries.ts';
import { findNumberQueries } from '#shared/queries/numbers/find-number-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { choose } from '#tests/unit/effort.ts';
import { readLines } from './find-in-text.ts';

const today = '2026-11-28';

test('queries are in order of their first place, with a sentence that quotes the text and shows the calculation', () => {
  const text =
    'It opened on Tuesday, 3 May 2021.\nA 10-mile (12 km) road.\nThere were 412 against 340, a third more.\nOf the 120 houses, 70 are finished and 40 under construction.\nThe 41-year-old, born in 1970, is a baker.\nThe tunnel costs €412 million. The €421 million tunnel is long.';
  const { draft, sentences } = readLines(text, 'en');
  expect(
    findQueries(readText(draft, sentences), today).map(({ rule, explanation }) => [rule, explanation]),
  ).toEqual([
    ['weekday', '“Tuesday, 3 May 2021” names a Tuesday, but that day is a Monday.'],
    ['unit', '“10-mile” comes to 16.1 km, and the text has “12 km”.'],
    ['percentage', 'From “340” to “412” is a change of 21.2 %, and the text has “a third”.'],
    ['total', '“70” + “40” is 110, and the text has “120”.'],
    ['age', '“born in 1970” gives an age of 52 to 56 by 2026, and the text has “41”.'],
    ['figure', '“€412 million” and “€421 million” seem to give one figure: two digits have changed places.'],
  ]);
});

test('a text without a language is read by its words, and one of another language by its digits', () => {
  const german = readLines(
    'Die Zahl der Gäste in der Stadt stieg von 28.000 auf 38.000, und das ist ein Plus von 25 Prozent.',
    null,
  );
  expect(findNumberQueries(readText(german.draft, german.sentences), today)).toHaveLength(1);
  const french = readLines('La route fait 1 200 m (6 000 ft) et le mardi 3 mai 2021 est un lundi.', 'fr');
  expect(findNumberQueries(readText(french.draft, french.sentences), today).map(({ rule }) => rule)).toEqual([
    'unit',
    'weekday',
  ]);
});

const words = fc.constantFrom(
  ...'12 340 412 1,234.5 1.234,5 € $ % per cent million from to of the and , ; ( ) - – . : a third half more than Tuesday 3 May 2021 born in 1970 aged 41 miles km °C twelve zwölf Prozent von auf Montag \n \t total in all'.split(
    ' ',
  ),
);

test('every place is a span of the text, in order, for any sequence of words', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 60 }),
      fc.constantFrom('en', 'de', 'fr', null),
      (parts, language) => {
        const text = parts.join(' ');
        const { draft, sentences } = readLines(text, language);
        for (const { places, explanation } of findNumberQueries(readText(draft, sentences), today)) {
          expect(explanation).toMatch(/\.$/);
          expect(places.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
          expect(places.every(({ start }, index) => start >= (places[index - 1]?.start ?? 0))).toBe(true);
        }
      },
    ),
  );
});

/** How often all but the shortest parts are repeated. */
const maxRepeats = choose(8_000, 25_000);

test.each<[name: string, part: string, language?: string | null]>([
  ['digits', '7'],
  ['numbers with commas', '12,'],
  ['numbers in a list', '12, '],
  ['shares', '12 of 48 (20 %) '],
  ['changes', 'from 12 to '],
  ['conversions', '10 miles ('],
  ['weekdays', 'Tuesday, '],
  ['ages', 'born in '],
  ['sentences', 'The tram has 38,412 passengers a day. '],
  ['cells', '12\t'],
  ['lines', '12 apples\n'],
  ['lines in an unknown language', '12 apples\n', null],
  ['German words', 'zweihundertund', 'de'],
])('a long text of %s is read to its end', (_, part, language = 'en') => {
  const text = part.repeat(part.length < 3 ? 1_000_000 : Math.min(maxRepeats, 1_000_000 / part.length));
  const { draft, sentences } = readLines(text.trimEnd(), language);
  expect(findNumberQueries(readText(draft, sentences), today).length).toBeLessThan(100_000);
});
