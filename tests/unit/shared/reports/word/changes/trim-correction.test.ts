import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimCorrection } from '../../../../../../shared/reports/word/changes/trim-correction';
import { findGraphemeStart } from '../../../../../../shared/text/segmenter/graphemes';
import { hostileText } from '../../../arbitraries';

test.each([
  ['a third more than planned', 'a fifth more than planned', 2, 'third', 'fifth'],
  ['38,000 passengers', '38,500 passengers', 0, '38,000', '38,500'],
  ['it opened', 'it never opened', 3, '', 'never '],
  ['it never opened', 'it opened', 3, 'never ', ''],
  ['closed in 1974', 'closed in 1975, they say', 10, '1974', '1975, they say'],
  ['東京は大きい', '大阪は大きい', 0, '東京', '大阪'],
  ['\uac00\u11a8', '\uac00', 0, '\uac00\u11a8', '\uac00'],
])('%j becomes %j by its words', (words, correction, start, removed, text) => {
  const trimmed = trimCorrection(words, correction);
  expect(trimmed).toEqual({ start, end: start + removed.length, text });
  expect(words.slice(start, start + removed.length)).toBe(removed);
});

test('a correction that changes nothing is none', () => {
  expect(trimCorrection('the same', 'the same')).toBeNull();
});

const words = fc
  .array(fc.constantFrom('the', 'quay', '12', 'né', '👩‍👩‍👧', ' ', ', ', '東京'), { maxLength: 12 })
  .map((list) => list.join(''));

test('a trimmed correction makes the same text, and splits no grapheme', () => {
  const text = fc.oneof(words, hostileText);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const trimmed = trimCorrection(before, after);
      if (!trimmed) {
        expect(after).toBe(before);
        return;
      }
      const { start, end, text: inserted } = trimmed;
      expect(before.slice(0, start) + inserted + before.slice(end)).toBe(after);
      for (const offset of [start, end]) expect(findGraphemeStart(before, offset)).toBe(offset);
    }),
  );
});
