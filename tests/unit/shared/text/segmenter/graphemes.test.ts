import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGraphemeEnd, findGraphemeStart } from '../../../../../shared/text/segmenter/graphemes';
import { hostileText, longRun } from '../../arbitraries';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Every border of a grapheme cluster, by the platform, over the whole text. */
function borders(text: string): Set<number> {
  return new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
}

/** By offset, the nearest borders at or before it, and at or after it. */
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

describe('the borders around an offset', () => {
  test.each([
    ['a family', 'x👨‍👩‍👧‍👦y', 4, [1, 12]],
    ['a flag', '🇦🇹🇩🇪', 6, [4, 8]],
    ['a combining mark', 'cafe\u0301s', 4, [3, 5]],
    ['Windows line ends', 'a\r\nb', 2, [1, 3]],
    ['a border', 'ab', 1, [1, 1]],
    ['the end', 'ab', 2, [2, 2]],
  ])('%s', (_, text, offset, [start, end]) => {
    expect([findGraphemeStart(text, offset), findGraphemeEnd(text, offset)]).toEqual([start, end]);
  });

  test.each([
    ['hostile text', hostileText, 300],
    ['runs longer than any window', longRun, 150],
  ])('are those of the platform over the whole text: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = nearest(borders(text), text.length);
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
