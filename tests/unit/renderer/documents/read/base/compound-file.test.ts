import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCompoundFile } from '#renderer/documents/read/base/compound-file.ts';
import { choose } from '#tests/unit/effort.ts';
import { makeCompoundFile } from './make-compound-file.ts';

const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);

test('the streams of a compound file are read by their paths, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3_000 }), { minLength: 1, maxLength: 20 }), (lengths) => {
      const inner = Object.fromEntries(lengths.map((length, index) => [`stream ${index}`, bytes(length)]));
      const file = readCompoundFile(makeCompoundFile({ folder: inner, last: bytes(7) }));
      const expected = lengths.map((length, index) => [`folder/stream ${index}`, bytes(length)] as const);
      expect(new Map(file)).toEqual(new Map([...expected, ['last', bytes(7)]]));
    }),
    { numRuns: choose(12, 50) },
  );
});

test('a file whose streams share their bytes is refused before it fills the memory', () => {
  const streams = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`s${index}`, bytes(10)]));
  const file = makeCompoundFile({ ...streams, big: bytes(20_000) });
  const view = new DataView(file.buffer);
  const directory = (view.getUint32(48, true) + 1) * 512;
  const entries = Array.from({ length: 42 }, (_, index) => directory + index * 128);
  const big = entries.find((entry) => view.getUint32(entry + 120, true) === 20_000) ?? 0;
  for (const entry of entries.slice(1)) {
    view.setUint32(entry + 116, view.getUint32(big + 116, true), true);
    view.setUint32(entry + 120, 20_000, true);
  }
  expect(readCompoundFile(file)).toBeNull();
});

test('chains and trees that lead in a circle end', () => {
  const file = makeCompoundFile({ a: bytes(2_000), b: bytes(2_000) });
  const damage = fc.array(fc.tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 })), { minLength: 1 });
  fc.assert(
    fc.property(damage, (changes) => {
      const copy = file.slice();
      for (const [offset, byte] of changes) copy[offset] = byte;
      readCompoundFile(copy);
    }),
  );
});
