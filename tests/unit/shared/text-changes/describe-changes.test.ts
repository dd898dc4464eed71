import { expect, test } from 'vitest';
import { describeChange } from '#shared/text-changes/describe-changes.ts';
import { locateChangedWords } from '#shared/text-changes/locate-changed-words.ts';

const change = (before: string, after: string) =>
  ({ before, after, material: true, reason: 'number' }) as const;

test.each([
  [{ ...change('12 million', '21 million') }, 'A number changed: 12 million → 21 million'],
  [{ ...change('', 'not'), reason: 'negation' } as const, 'A negation was added: not'],
  [{ ...change('31,000 tonnes', 'sold a lot of paper') }, 'A number was taken out: 31,000 tonnes'],
  [{ ...change('a few', 'twelve') }, 'A number was added: twelve'],
  [{ ...change('12', 'twenty') }, 'A number changed: 12 → twenty'],
  [{ ...change('', 'to 58 decibels,') }, 'A number was added: to 58 decibels'],
  [{ ...change('one-', 'a ') }, 'A number was taken out: one'],
  [{ ...change('', '– twelve') }, 'A number was added: twelve'],
  [{ ...change('', '-5') }, 'A number was added: -5'],
  [
    { ...change('The first toll was paid by Carl Beck,', '') },
    'Words with a number were taken out: The first toll was paid by Carl Beck',
  ],
  [{ ...change('rose', ''), reason: 'words' } as const, 'Words were taken out: rose'],
  [{ ...change(' ', '  '), reason: 'spacing' } as const, 'Spaces changed'],
])('%j is described as “%s”', (wordChange, description) => {
  expect(describeChange(wordChange)).toBe(description);
});

test('changed words are located in order, each at its own occurrence', () => {
  const changes = [change('12', '13'), change('12', '14'), change('gone', '')];
  expect(locateChangedWords('From 12 to 12.', changes, 'before')).toEqual([
    { start: 5, end: 7 },
    { start: 11, end: 13 },
  ]);
  expect(locateChangedWords('From 13 to 14.', changes, 'after')).toEqual([
    { start: 5, end: 7 },
    { start: 11, end: 13 },
  ]);
});

test.each([
  ['', ',', 'A comma was added'],
  ['', ',.', 'A comma and a full stop were added'],
  [';', '', 'A semicolon was taken out'],
  [',', ';', 'A comma was replaced by a semicolon'],
  ['…', '.', 'An ellipsis was replaced by a full stop'],
  ['', '،', 'The characters “،” were added'],
  ['', ',,,,', 'The characters “,,,,” were added'],
])('a change of punctuation from %j to %j is described in words', (before, after, description) => {
  expect(describeChange({ before, after, material: false, reason: 'punctuation' })).toBe(description);
});
