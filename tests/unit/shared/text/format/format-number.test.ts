import { expect, test } from 'vitest';
import { counted } from '../../../../../shared/text/format/count-of';
import { shownNumber } from '../../../../../shared/text/format/format-number';

test('numbers are written with a comma between thousands, also where something is counted', () => {
  expect([0, 999, 1_000, 104_936, 1_234_567].map(shownNumber)).toEqual([
    '0',
    '999',
    '1,000',
    '104,936',
    '1,234,567',
  ]);
  expect([counted(1, 'word'), counted(104_936, 'word')]).toEqual(['1 word', '104,936 words']);
});
