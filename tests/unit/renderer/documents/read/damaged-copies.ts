import fc from 'fast-check';

/** Copies of a file in which at least one byte is overwritten. */
export function damagedCopies(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const overwrites = fc.array(fc.tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
  });
  return overwrites.map((all) => {
    const bytes = file.slice();
    for (const [offset, byte] of all) bytes[offset] = byte;
    return bytes;
  });
}
