import { expect, test } from 'vitest';
import { formatFileSize } from '../../../../../shared/text/format/format-file-size';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [9_949, '9.9 kB'],
  [9_950, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_234_567, '1.2 MB'],
  [2 * 1024 ** 3, '2.1 GB'],
  [5_000_000_000_000, '5000 GB'],
])('%i bytes are written %s', (bytes, words) => {
  expect(formatFileSize(bytes)).toBe(words);
});
