import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneSlipApart, pairNearKeys, toSoundKey } from '#shared/queries/names/near-keys.ts';

const keys = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 8 }),
  {
    maxLength: 8,
  },
);

test('keys are paired exactly where they are one slip apart', () => {
  fc.assert(
    fc.property(keys, (all) => {
      const expected = all.flatMap((a, index) =>
        all.slice(index + 1).flatMap((b) => (isOneSlipApart(a, b) ? [[a, b].join()] : [])),
      );
      const found = pairNearKeys(all).map((pair) => pair.join());
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test('one slip is a letter more, less or other, or two neighbours swapped', () => {
  for (const other of ['smth', 'smiith', 'smath', 'simth']) expect(isOneSlipApart('smith', other)).toBe(true);
  for (const other of ['smith', 'smt', 'smooth', 'htims']) expect(isOneSlipApart('smith', other)).toBe(false);
});

const alike: readonly (readonly [string, string])[] = [
  ['smith', 'smyth'],
  ['steven', 'stephen'],
  ['mueller', 'muller'],
  ['zelensky', 'zelenskyy'],
  ['katherine', 'catherine'],
  ['meier', 'meyer'],
  ['schmidt', 'schmitt'],
  ['sarah', 'sara'],
  ['philip', 'phillip'],
  ['weiß', 'weiss'],
];

test.each(alike)('%s sounds like %s', (a, b) => {
  expect(toSoundKey(a)).toBe(toSoundKey(b));
});

test.each([
  ['smith', 'smits'],
  ['martin', 'martina'],
  ['hansen', 'jansen'],
  ['weber', 'wieber'],
])('%s does not sound like %s', (a, b) => {
  expect(toSoundKey(a)).not.toBe(toSoundKey(b));
});
