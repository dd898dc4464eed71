import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FlippedBitsSearch,
  findFlippedBits,
} from '../../../../../main/core/flipped-bits/find-flipped-bits';
import { createRandom } from '../../../../bench/support/random';

const before = '[7,"';
const after = ']';

function createSearch(
  whole: Buffer,
  damaged: Buffer,
  kinds: FlippedBitsSearch['kinds'] = ['bit', 'byte'],
): FlippedBitsSearch {
  const sum = createHash('sha256').update(before).update(whole).update(after).digest('hex');
  return { before, after, damaged, targets: [sum], kinds, known: [] };
}

/** A change of about this size, with words in an order that nothing else has. */
function createChange(bytes: number, seed: number): Buffer {
  const random = createRandom(seed);
  const words = Array.from({ length: 2_000 }, () =>
    Array.from({ length: 2 + random.below(8) }, () => String.fromCharCode(97 + random.below(26))).join(''),
  );
  const rows: object[] = [];
  for (let size = 0; size < bytes; ) {
    const id = Array.from({ length: 21 }, () => random.below(36).toString(36)).join('');
    const note = Array.from({ length: 40 }, () => words[random.below(words.length)]).join(' ');
    const row = { table: 'claims', id, create: { id, verdict: 'unchecked', note } };
    rows.push(row);
    size += JSON.stringify(row).length;
  }
  return Buffer.from(JSON.stringify({ action: 'claim.mark', edits: rows }));
}

test('any replaced byte of a short text is found, in any characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (text, at, difference) => {
        const whole = Buffer.from(JSON.stringify(text));
        const damaged = Buffer.from(whole);
        damaged[at % whole.length] = (whole[at % whole.length] ?? 0) ^ difference;
        const found = findFlippedBits(createSearch(whole, damaged));
        expect(found && Buffer.from(found.bytes).equals(whole)).toBe(true);
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

test('a flipped bit of a long text is found by what the text repeats, without trying most of it', () => {
  const whole = createChange(300_000, 1);
  const random = createRandom(2);
  for (let time = 0; time < 6; time += 1) {
    const damaged = Buffer.from(whole);
    const at = whole.indexOf('"note":"', random.below(whole.length - 1_000)) + 20 + random.below(100);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(5));
    let share = 0;
    const found = findFlippedBits(createSearch(whole, damaged, ['bit']), (done, total) => {
      share = done / total;
    });
    expect(found && Buffer.from(found.bytes).equals(whole)).toBe(true);
    expect(share).toBeLessThan(0.2);
  }
});

test('a text in which more than one byte can’t be right is not searched', () => {
  const whole = createChange(300_000, 3);
  const damaged = Buffer.from(whole);
  damaged[1_000] = 0;
  damaged[200_000] = 0xff;
  let isSearched = false;
  const found = findFlippedBits(createSearch(whole, damaged), () => {
    isSearched = true;
  });
  expect(found).toBeNull();
  expect(isSearched).toBe(false);
});
