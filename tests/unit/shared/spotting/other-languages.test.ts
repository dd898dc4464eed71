import { expect, test } from 'vitest';
import type { SpotKind } from '#shared/spotting/rules/spotted-span.ts';
import { describeSpottingLimits } from '#shared/spotting/spot-spans.ts';
import { listSpots, spotText } from './spot-text.ts';

const hits: [language: string, kind: SpotKind, text: string, found: string[]][] = [
  [
    'fr',
    'quotation',
    'Il a dit « nous avons créé 5 000 emplois » hier.',
    ['« nous avons créé 5 000 emplois »'],
  ],
  ['fr', 'date', 'Le pont ouvre le 5 mai 2019.', ['5 mai 2019']],
  ['fr', 'name', 'Hier, Jean Dupont est venu.', ['Jean Dupont']],
  ['fr', 'share', 'Ils sont 40 % de la ville.', ['40 %']],
  ['es', 'date', 'Fue el 12 de octubre de 2019.', ['12 de octubre de 2019']],
  ['ru', 'name', 'Тогда пришёл Владимир Иванов.', ['Владимир Иванов']],
  ['ru', 'quotation', 'Он сказал: «Мы построили двенадцать школ».', ['«Мы построили двенадцать школ»']],
  ['ja', 'quotation', '彼は「東京タワーは世界一高い」と言った。', ['「東京タワーは世界一高い」']],
  ['ja', 'date', '塔は1958年に建てられた。', ['1958']],
  ['ja', 'figure', '塔は333メートルです。', ['333']],
  ['ar', 'date', 'كان ذلك في ٥ مايو ٢٠١٩ هناك.', ['٥ مايو ٢٠١٩']],
  ['ar', 'figure', 'بنينا ١٢ مدرسة.', ['١٢']],
  ['hi', 'figure', 'वहाँ १२ स्कूल हैं।', ['१२']],
];

test.each(hits)('In %s, %s: “%s”', (language, kind, text, found) => {
  expect(listSpots(text, kind, language)).toEqual(found);
});

test('Other languages get figures, dates, quotations and names only.', () => {
  const text =
    'Selon le maire, c’est le plus grand pont depuis 1950, parce que 12 % en veulent « un autre, bien plus grand ».';
  const kinds = new Set(spotText(text, 'fr').map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['date', 'quotation', 'share']);
});

test('The limits of a language are described in its English name.', () => {
  expect(describeSpottingLimits('fr-CA')).toBe(
    'In French (Canada), Stet spots figures, dates, quotations and names only.',
  );
  expect(describeSpottingLimits('ja')).toBe(
    'In Japanese, Stet spots figures, dates, quotations and names only.',
  );
});

test('English and German have no limits, and an unknown language is read as English.', () => {
  expect(describeSpottingLimits('en-GB')).toBeNull();
  expect(describeSpottingLimits('de')).toBeNull();
  expect(describeSpottingLimits(null)).toMatch(/as English/);
});

test('A tag that the platform does not know is no error.', () => {
  expect(spotText('Le 5 mai 2019.', 'xx-zz-foo').map(({ kind }) => kind)).toContain('date');
  expect(describeSpottingLimits('a')).toMatch(/^In /);
});
