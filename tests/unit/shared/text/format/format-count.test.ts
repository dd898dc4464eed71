import { expect, test } from 'vitest';
import { formatCount } from '../../../../../shared/text/format/format-count';

test('a count is followed by the singular or plural that goes with it', () => {
  expect([0, 1, 2].map((count) => formatCount(count, 'claim'))).toEqual(['0 claims', '1 claim', '2 claims']);
  expect([1, 2].map((count) => formatCount(count, 'edit is', 'edits are'))).toEqual([
    '1 edit is',
    '2 edits are',
  ]);
});
