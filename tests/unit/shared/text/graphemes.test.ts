import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeEnd, graphemeStart } from '../../../../shared/text/graphemes';
import { hostileText, longRun } from '../arbitraries';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Every border of a grapheme cluster, by the platform, over the whole text. */
function borders(text: string): Set<number> {
  return new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
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
    expect([graphemeStart(text, offset), graphemeEnd(text, offset)]).toEqual([start, end]);
  });

  test.each([
    ['hostile text', hostileText, 300],
    ['runs longer than any window', longRun, 150],
  ])('are those of the platform over the whole text: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        const all = borders(text);
        const sorted = [...all].sort((a, b) => a - b);
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(graphemeStart(text, offset)).toBe(sorted.findLast((border) => border <= offset));
          expect(graphemeEnd(text, offset)).toBe(sorted.find((border) => border >= offset));
        }
      }),
      { numRuns },
    );
  });
});
