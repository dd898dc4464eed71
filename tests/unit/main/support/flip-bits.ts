/** Yields every copy of the bytes with exactly one bit flipped. */
export function* everyBitFlip(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1)
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      yield flipped;
    }
}
