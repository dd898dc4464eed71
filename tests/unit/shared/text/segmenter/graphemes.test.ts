import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGraphemeEnd, findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText, longRun } from '#tests/unit/shared/arbitraries.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** All grapheme boundaries of a text, as the platform finds them in the whole text. */
function findBoundaries(text: string): Set<number> {
  return new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
}

/** For each offset, the nearest boundary at or before it, and at or after it. */
function nearest(all: ReadonlySet<number>, length: number): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let offset = 0, start = 0; offset <= length; offset += 1) {
    if (all.has(offset)) start = offset;
    found.push([start, offset]);
  }
  for (let offset = length, end = length; offset >= 0; offset -= 1) {
    if (all.has(offset)) end = offset;
    const pair = found[offset];
    if (pair) pair[1] = end;
  }
  return found;
}

describe('the grapheme boundaries around an offset', () => {
  test.each([
    ['a family', 'x👨‍👩‍👧‍👦y', 4, [1, 12]],
    ['a flag', '🇦🇹🇩🇪', 6, [4, 8]],
    ['a combining mark', 'cafe\u0301s', 4, [3, 5]],
    ['Windows line ends', 'a\r\nb', 2, [1, 3]],
    ['a boundary', 'ab', 1, [1, 1]],
    ['the end', 'ab', 2, [2, 2]],
  ])('they are found around an offset in or at %s', (_, text, offset, [start, end]) => {
    expect([findGraphemeStart(text, offset), findGraphemeEnd(text, offset)]).toEqual([start, end]);
  });

  test.each([
    ['hostile text', hostileText, choose(100, 300)],
    ['repetitions longer than any window', longRun, choose(40, 150)],
  ])('they are those that the platform finds in the whole text: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = nearest(findBoundaries(text), text.length);
        const offsets = Array.from(expected, (_, offset) => offset);
        // Compared at once: asserting each offset by itself costs more than finding it.
        expect(
          offsets.map((offset) => [findGraphemeStart(text, offset), findGraphemeEnd(text, offset)]),
        ).toEqual(expected);
      }),
      { numRuns },
    );
  });
});
