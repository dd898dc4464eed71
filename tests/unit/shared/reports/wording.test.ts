import { expect, test } from 'vitest';
import { listed, sentence } from '../../../../shared/reports/wording';

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

test('names read as a person would say them', () => {
  expect([[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Cy']].map(listed)).toEqual([
    '',
    'Ada',
    'Ada and Bo',
    'Ada, Bo and Cy',
  ]);
});
