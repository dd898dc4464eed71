import { expect, test } from 'vitest';
import { isHardWrapped } from '../../../../shared/text/hard-wrapped';

const line = (length: number) => 'x'.repeat(length);

test.each([
  ['lines of nearly one width, the last short', [72, 70, 69, 12], true],
  ['two lines', [72, 70], false],
  ['short lines, as of a poem', [30, 31, 29, 30], false],
  ['lines of different length', [72, 20, 71, 30], false],
  ['paragraphs on a line each', [420, 380, 500], false],
])('line breaks are recognized as hard wrapping or not: %s', (_, lengths, expected) => {
  expect(isHardWrapped(lengths.map(line).join('\n'))).toBe(expected);
});
