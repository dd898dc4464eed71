import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '../../../../../../shared/reports/word/changes/diff-words';
import { hostileText } from '../../../arbitraries';

function apply(text: string, changes: ReturnType<typeof diffWords>): string {
  return changes
    .toReversed()
    .reduce((all, change) => all.slice(0, change.start) + change.text + all.slice(change.end), text);
}

test('words that differ are changes of their own, with nothing but spaces between them one', () => {
  expect(
    diffWords('The quay cost 12 million and opened in May.', 'The pier cost 9 billion and opened in June.'),
  ).toEqual([
    { start: 4, end: 8, text: 'pier' },
    { start: 14, end: 24, text: '9 billion' },
    { start: 39, end: 42, text: 'June' },
  ]);
});

test('the changes make exactly the other text, in order and without overlaps', () => {
  const words = fc
    .array(fc.constantFrom('the', 'quay', '12', ' ', ', ', '\n', '東京'), { maxLength: 30 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(fc.oneof(words, hostileText), fc.oneof(words, hostileText), (before, after) => {
      const changes = diffWords(before, after);
      expect(apply(before, changes)).toBe(after);
      for (const [index, { start, end }] of changes.entries()) {
        expect(start).toBeLessThanOrEqual(end);
        expect(start).toBeGreaterThanOrEqual(changes[index - 1]?.end ?? 0);
      }
    }),
  );
});

test('texts without a word in common and thousands of words long are one change', () => {
  const before = 'one two '.repeat(2_000);
  const after = 'three four '.repeat(2_000);
  expect(apply(before, diffWords(before, after))).toBe(after);
});
