import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findImpossibleBytes } from '../../../../../main/core/flipped-bits/impossible-bytes';

test('a damaged byte is among the impossible ones, or nothing is impossible', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (text, at, difference) => {
        const bytes = Buffer.from(`${JSON.stringify(text)}\n`);
        expect(findImpossibleBytes(bytes)).toEqual([]);
        const position = at % bytes.length;
        bytes[position] = (bytes[position] ?? 0) ^ difference;
        const impossible = findImpossibleBytes(bytes);
        expect(impossible).not.toBeNull();
        if (impossible && impossible.length > 0) expect(impossible).toContain(position);
      },
    ),
    { seed: 9, numRuns: 3_000 },
  );
});

test('two places that are far from each other are no single damaged byte', () => {
  const bytes = Buffer.from('{"a":"a long enough text"}');
  bytes[3] = 0;
  expect(findImpossibleBytes(bytes)).toContain(3);
  bytes[20] = 0xff;
  expect(findImpossibleBytes(bytes)).toBeNull();
});
