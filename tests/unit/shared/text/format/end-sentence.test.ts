import { expect, test } from 'vitest';
import { endSentence } from '../../../../../shared/text/format/end-sentence';

test.each([
  ['Seen by phone', 'Seen by phone.'],
  ['Was it seen?', 'Was it seen?'],
  ['He said “No.”', 'He said “No.”'],
  ['Quelle: Bundeshaushalt 2026', 'Quelle: Bundeshaushalt 2026.'],
  ['Budget (https://example.org/)', 'Budget (https://example.org/).'],
])('%s ends as a sentence', (text, sentence) => {
  expect(endSentence(text)).toBe(sentence);
});

test.each([
  'Quelle: https://www.bundeshaushalt.de/',
  'https://example.org/a?b=c',
  'See www.example.org',
  'doi:10.1000/182',
  '\u2068انظر https://example.org/a\u2069',
])('no full stop follows the address in %s', (text) => {
  expect(endSentence(text)).toBe(text);
});
