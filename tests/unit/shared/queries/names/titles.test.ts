import { expect, test } from 'vitest';
import { listPlaces } from './find-queries';

test.each([
  ['en', 'Mr Lind came. Later Ms Lind left.', ['Mr Lind', 'Ms Lind']],
  ['en', 'Sergeant Ada Lind came. Captain Lind left.', ['Sergeant Ada Lind', 'Captain Lind']],
  ['en', 'We met Senator Lind. Congressman Lind left.', ['Senator Lind', 'Congressman Lind']],
  ['de', 'Herr Kattwinkel kam. Später ging Frau Kattwinkel.', ['Herr Kattwinkel', 'Frau Kattwinkel']],
  [
    'de',
    'Finanzminister Kattwinkel kam. Es sprach Innenminister Kattwinkel.',
    ['Finanzminister Kattwinkel', 'Innenminister Kattwinkel'],
  ],
])('%s: two titles of one person are queried: %s', (language, text, places) => {
  expect(listPlaces('spelling', text, language)).toEqual([places]);
});

test.each([
  ['en', 'a couple', 'Mr Lind came with his wife. Later Ms Lind left.'],
  ['en', 'two persons', 'Mr Ian Lind came. Later Ms Ada Lind left.'],
  ['en', 'a title of the past', 'Captain Lind came. The then Sergeant Lind had won it.'],
  ['en', 'titles that go together', 'Professor Lind came. Dr Lind left. President Lind was Senator Lind.'],
  ['de', 'ein Ehepaar', 'Das Ehepaar kam: Herr Kattwinkel und Frau Kattwinkel.'],
  ['de', 'ein früheres Amt', 'Finanzminister Kattwinkel kam. Der frühere Innenminister Kattwinkel blieb.'],
])('%s: %s is not queried', (language, _what, text) => {
  expect(listPlaces('spelling', text, language)).toEqual([]);
});
