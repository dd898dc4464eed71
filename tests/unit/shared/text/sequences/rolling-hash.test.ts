import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendToHash, getHashPower, removeFromHash } from '#shared/text/sequences/rolling-hash.ts';

const hashAll = (items: readonly number[]) => items.reduce(appendToHash, 0);

test('a hash that rolls along a sequence is the hash of each window of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      (items, width) => {
        fc.pre(items.length >= width);
        const power = getHashPower(width);
        let hash = hashAll(items.slice(0, width));
        for (let start = 1; start + width <= items.length; start += 1) {
          const [first, last] = [items[start - 1] ?? 0, items[start + width - 1] ?? 0];
          hash = appendToHash(removeFromHash(hash, first, power), last);
          expect(hash).toBe(hashAll(items.slice(start, start + width)));
        }
      },
    ),
  );
});
