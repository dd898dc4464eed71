import { expect, test } from 'vitest';
import { listed, recheckWords, sentence } from '../../../../shared/reports/wording';

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

test('a claim that has to be checked again says why, unless that would tell of a confidential source', () => {
  const claim = { standing: 'recheck', verdict: 'verified' } as const;
  expect(recheckWords({ ...claim, recheck: ['words', 'source'] })).toBe(
    'It was verified; its words have changed since and a source it rests on was withdrawn or found wrong.',
  );
  expect(recheckWords({ ...claim, recheck: [] })).toBe('It was verified; it has to be checked again.');
  expect(recheckWords({ ...claim, standing: 'verified', recheck: [] })).toBeNull();
});
