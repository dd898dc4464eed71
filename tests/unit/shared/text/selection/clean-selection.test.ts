import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { hostileText, longRun } from '#tests/unit/shared/arbitraries.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

function select(text: string, from: number, to: number): string | null {
  const span = cleanSelection(text, from, to);
  return span && text.slice(span.start, span.end);
}

describe('a clean selection', () => {
  test.each([
    ['is trimmed of outer white space', 'a  word \n b', 1, 10, 'word'],
    ['is trimmed of no-break spaces', 'a\u00a0word\u00a0b', 1, 7, 'word'],
    ['is widened to whole graphemes', 'x👨‍👩‍👧y', 3, 5, '👨‍👩‍👧'],
    ['may go backwards', 'one two', 7, 4, 'two'],
    ['keeps a space that carries a mark', 'a \u0301 b', 1, 4, ' \u0301'],
    ['is limited to the text', 'word', -5, 99, 'word'],
    ['is null for white space alone', 'a \t\n b', 1, 5, null],
    ['is null at a caret', 'word', 2, 2, null],
  ])('it %s', (_, text, from, to, expected) => {
    expect(select(text, from, to)).toBe(expected);
  });

  test.each([
    ['hostile text', hostileText],
    ['long runs', longRun],
  ])('it splits no grapheme and loses nothing but white space: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const span = cleanSelection(text, from, to);
        if (span === null) {
          expect(text.slice(from, to).trim()).toBe('');
          return;
        }
        const boundaries = new Set([
          ...Array.from(segmenter.segment(text), ({ index }) => index),
          text.length,
        ]);
        expect(boundaries.has(span.start) && boundaries.has(span.end)).toBe(true);
        expect(span.start).toBeLessThan(span.end);
        expect(text.slice(from, Math.max(from, span.start)).trim()).toBe('');
        expect(text.slice(Math.min(to, span.end), to).trim()).toBe('');
        expect(cleanSelection(text, span.start, span.end)).toEqual(span);
      }),
      { numRuns: 400 },
    );
  });
});
