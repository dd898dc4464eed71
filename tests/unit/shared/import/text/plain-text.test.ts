import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainTextParts } from '../../../../../shared/import/text/plain-text';
import { hostileText, proseText } from '../../arbitraries';

const parts = (text: string) => plainTextParts(text).map(({ kind, text: words }) => `${kind}: ${words}`);

describe('plain text', () => {
  test('is cut at blank lines; lines and spaces in a paragraph stay', () => {
    expect(parts('Headline\n\n  One \n two\n \t\u00a0\n\n\nThree.')).toEqual([
      'heading: Headline',
      'paragraph:   One \n two',
      'paragraph: Three.',
    ]);
  });

  test('without a blank line has a paragraph on each line', () => {
    expect(parts('\nHeadline\nOne.\nTwo.\n')).toEqual([
      'heading: Headline',
      'paragraph: One.',
      'paragraph: Two.',
    ]);
  });

  test('wrapped by an editor is one paragraph', () => {
    const line = 'words that go on until the editor wraps them'.padEnd(70, 'x');
    expect(plainTextParts(`${line}\n${line}\n${line}\nshort.`)).toHaveLength(1);
  });

  test.each([
    ['may end in a question mark', 'Who pays?', true],
    ['may end in an exclamation mark', 'Stop!', true],
    ['may end in a quote', 'It was “never about money”', true],
    ['is no sentence', 'The tram opens in March.', false],
    ['is no sentence in quotes', '“The tram opens in March.”', false],
    ['is no byline', 'By Ada Brinnekamp and Bo Keld', false],
    ['is not what is left of a byline', 'by , , and', false],
    ['may begin with "by"', 'By the sea, a town waits', true],
    ['has at most 160 characters', 'x'.repeat(161), false],
    ['has 160', 'x'.repeat(160), true],
  ])('a headline %s', (_, first, expected) => {
    expect(plainTextParts(`${first}\n\nMore.`)[0]).toMatchObject(
      expected ? { kind: 'heading', level: 1 } : { kind: 'paragraph', level: null },
    );
  });

  test('a headline has one line, and something after it', () => {
    expect(plainTextParts('One\nTwo\n\nThree')[0]?.kind).toBe('paragraph');
    expect(plainTextParts('Alone')[0]?.kind).toBe('paragraph');
  });

  test.each([
    ['prose', proseText],
    ['hostile text', hostileText],
  ])('keeps every character of every paragraph: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = plainTextParts(text).map((part) => part.text);
        // What is left out between the paragraphs is line ends and lines of white space, and nothing else.
        let at = 0;
        for (const words of found) {
          const start = text.indexOf(words, at);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).toMatch(/^(\s*\n)?$/);
          expect(start === 0 || text[start - 1] === '\n').toBe(true);
          at = start + words.length;
          expect(at === text.length || text[at] === '\n').toBe(true);
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
        for (const words of found) expect(words.split('\n').every((line) => line.trim() !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
