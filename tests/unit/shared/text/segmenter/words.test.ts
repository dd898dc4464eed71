import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, findWords } from '#shared/text/segmenter/words.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';

test('words are found without the spaces and punctuation between them', () => {
  const text = 'x “It’s 3.1 million,” he said — twice.';
  const words = findWords(text, { start: 2, end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  );
  expect(words).toEqual(['It’s', '3.1', 'million', 'he', 'said', 'twice']);
  expect(countWords(text.slice(2))).toBe(words.length);
});

test('words are in order, and there are as many as are counted', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const words = findWords(text, { start: 0, end: text.length });
      expect(words).toHaveLength(countWords(text));
      for (const [index, word] of words.entries()) {
        expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
        expect(word.end).toBeGreaterThan(word.start);
      }
    }),
  );
});

test('the words of a long article are counted in time', () => {
  // Segmented as one string, which costs the square of its length, these took 23 seconds.
  const paragraph = 'The harbour tram will open on 14 March, said the authority. '.repeat(20);
  expect(countWords(`${paragraph}\n\n`.repeat(250))).toBe(55_000);
});
