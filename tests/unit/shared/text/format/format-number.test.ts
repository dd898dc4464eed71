import { expect, test } from 'vitest';
import { formatCount } from '../../../../../shared/text/format/format-count';
import { formatNumber } from '../../../../../shared/text/format/format-number';

test('numbers are written with a comma between thousands, also in counts', () => {
  expect([0, 999, 1_000, 104_936, 1_234_567].map(formatNumber)).toEqual([
    '0',
    '999',
    '1,000',
    '104,936',
    '1,234,567',
  ]);
  expect([formatCount(1, 'word'), formatCount(104_936, 'word')]).toEqual(['1 word', '104,936 words']);
});
