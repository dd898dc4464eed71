import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../../../../shared/import/text/plain-text';
import { hostileText, proseText } from '../../arbitraries';

const formatBlocks = (text: string) =>
  readPlainText(text).map(({ kind, text: words }) => `${kind}: ${words}`);

describe('plain text', () => {
  test('plain text is split at blank lines, and keeps the lines and spaces of a paragraph', () => {
    expect(formatBlocks('Headline\n\n  One \n two\n \t\u00a0\n\n\nThree.')).toEqual([
      'heading: Headline',
      'paragraph:   One \n two',
      'paragraph: Three.',
    ]);
  });

  test('plain text without a blank line has a paragraph on each line', () => {
    expect(formatBlocks('\nHeadline\nOne.\nTwo.\n')).toEqual([
      'heading: Headline',
      'paragraph: One.',
      'paragraph: Two.',
    ]);
  });

  test('plain text that an editor wrapped is one paragraph', () => {
    const line = 'words that go on until the editor wraps them'.padEnd(70, 'x');
    expect(readPlainText(`${line}\n${line}\n${line}\nshort.`)).toHaveLength(1);
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
    expect(readPlainText(`${first}\n\nMore.`)[0]).toMatchObject(
      expected ? { kind: 'heading', level: 1 } : { kind: 'paragraph', level: null },
    );
  });

  test('a headline has one line, and text after it', () => {
    expect(readPlainText('One\nTwo\n\nThree')[0]?.kind).toBe('paragraph');
    expect(readPlainText('Alone')[0]?.kind).toBe('paragraph');
  });

  test.each([
    ['prose', proseText],
    ['hostile text', hostileText],
  ])('every character of every paragraph is kept in %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = readPlainText(text).map((part) => part.text);
        // Only line ends and lines of white space between the paragraphs are left out.
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
