import { expect, test } from 'vitest';
import type { NumberLanguage } from '#shared/reading/read-number.ts';
import { readText } from '#shared/reading/read-text.ts';

function readFigures(language: NumberLanguage, text: string) {
  const [sentence] = readText({ text, blocks: [], language }, [{ start: 0, end: text.length }]).sentences;
  return sentence?.figures.map(({ figure: { start, end, kind, value, unit } }) => [
    text.slice(start, end),
    kind,
    value,
    unit,
  ]);
}

test.each<[NumberLanguage, string, (string | number | null)[][]]>([
  ['en', 'It raised $12.9bn.', [['$12.9bn', 'money', 12_900_000_000, 'USD']]],
  ['en', 'about 412 million euros', [['412 million euros', 'money', 412_000_000, 'EUR']]],
  ['en', 'a 10-mile road', [['10-mile', 'measure', 10, 'miles']]],
  [
    'en',
    'forty-two people, two hundred cows',
    [
      ['forty-two', 'number', 42, null],
      ['two hundred', 'number', 200, null],
    ],
  ],
  [
    'en',
    'two thirds of 1,234.5 km²',
    [
      ['two thirds', 'fraction', 2 / 3, null],
      ['1,234.5 km²', 'measure', 1234.5, 'km²'],
    ],
  ],
  [
    'en',
    '12, 15 and 20 metres',
    [
      ['12', 'measure', 12, 'm'],
      ['15', 'measure', 15, 'm'],
      ['20 metres', 'measure', 20, 'm'],
    ],
  ],
  [
    'de',
    '1.234,5 km und 1,5 Mio. Euro',
    [
      ['1.234,5 km', 'measure', 1234.5, 'km'],
      ['1,5 Mio. Euro', 'money', 1_500_000, 'EUR'],
    ],
  ],
  [
    'de',
    'zweiundvierzig Prozent, zweihundertfünf Kühe',
    [
      ['zweiundvierzig Prozent', 'percent', 42, '%'],
      ['zweihundertfünf', 'number', 205, null],
    ],
  ],
  [
    'de',
    'zwei Milliarden und zwei Billionen',
    [
      ['zwei Milliarden', 'number', 2e9, null],
      ['zwei Billionen', 'number', 2e12, null],
    ],
  ],
  [
    'other',
    '1 234 567 € et 12,5 %',
    [
      ['1 234 567 €', 'money', 1_234_567, 'EUR'],
      ['12,5 %', 'percent', 12.5, '%'],
    ],
  ],
])('%s: the figures of “%s” are read with their units', (language, text, figures) => {
  expect(readFigures(language, text)).toEqual(figures);
});

test.each<[NumberLanguage, string]>([
  ['en', 'the A320 and COVID-19'],
  ['en', 'at 10:30 on 3/4'],
  ['en', 'version 1.2.3'],
  ['en', 'No. 12'],
  ['en', 'half an hour'],
  ['de', 'ein Haus und eine Kuh'],
])('%s: “%s” has no figure', (language, text) => {
  expect(readFigures(language, text) ?? []).toEqual([]);
});
