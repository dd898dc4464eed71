import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentByWindows } from '#shared/text/segmenter/segment-windows.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText, longRun, proseText } from '#tests/unit/shared/arbitraries.ts';

// Scripts whose words come from a dictionary are left out: their boundaries depend on the whole text.
const dictionary =
  /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/gu;

const texts = fc.oneof(
  hostileText,
  longRun,
  proseText,
  fc.string({ unit: 'binary', maxLength: 200 }),
  // Sentence rules look far ahead here: the next letter decides whether the full stop ends a sentence.
  fc
    .tuple(fc.nat({ max: 60 }), fc.constantFrom('b', 'B', '.', '\n'))
    .map(([n, end]) => `One a. ${'1 '.repeat(n)}${end} two. Three`),
);

test.each(['word', 'sentence'] as const)(
  'segmented window by window, a text has the same %s boundaries as in one piece',
  (granularity) => {
    const segmenter = new Intl.Segmenter('en', { granularity });
    fc.assert(
      fc.property(texts, hostileText, fc.integer({ min: 1, max: 40 }), (any, before, window) => {
        const content = any.replace(dictionary, '');
        const text = before + content + before;
        const range = { start: before.length, end: before.length + content.length };
        const whole = Array.from(segmenter.segment(content), ({ index, segment, isWordLike }) => ({
          start: range.start + index,
          end: range.start + index + segment.length,
          isWordLike: isWordLike === true,
        }));
        expect([...segmentByWindows(segmenter, text, range, window)]).toEqual(whole);
      }),
      // A window would end within a surrogate pair.
      { numRuns: choose(375, 1_500), examples: [['𳑺नि’🏽a', '', 6]] },
    );
  },
);

/** Counts the code units that V8 copies: the whole string at each step. */
class CountingSegmenter extends Intl.Segmenter {
  copiedLength = 0;

  override segment(input: string) {
    const segments = super.segment(input);
    const iterate = segments[Symbol.iterator].bind(segments);
    const countStep = () => {
      this.copiedLength += input.length;
    };
    Object.defineProperty(segments, Symbol.iterator, {
      value: () => {
        const iterator = iterate();
        const next = iterator.next.bind(iterator);
        Object.defineProperty(iterator, 'next', {
          value: () => {
            countStep();
            return next();
          },
        });
        return iterator;
      },
    });
    return segments;
  }
}

function measureCopiedLength(text: string): number {
  const segmenter = new CountingSegmenter('en', { granularity: 'sentence' });
  for (const _ of segmentByWindows(segmenter, text, { start: 0, end: text.length }));
  return segmenter.copiedLength;
}

test.each([
  ['letters without spaces', (length: number) => 'a'.repeat(length)],
  ['full stops', (length: number) => '.'.repeat(length)],
  ['short sentences', (length: number) => 'A! '.repeat(length / 3)],
  // The window that reaches the end of the letters holds many short sentences too.
  ['short sentences after letters', (length: number) => 'a'.repeat(length / 2) + 'A! '.repeat(length / 6)],
])('four times as much text takes about four times as many steps: %s', (_, create) => {
  const short = measureCopiedLength(create(60_000));
  expect(measureCopiedLength(create(240_000))).toBeLessThan(6 * short);
});
