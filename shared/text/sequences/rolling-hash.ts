/** Odd and large, so that every bit of an item reaches the high bits (it is the prime of the 32-bit FNV hash). */
const hashFactor = 0x01000193;

/** The hash of items appended to a sequence with this hash, as a 32-bit integer. The hash of no items is 0. */
export function appendToHash(hash: number, item: number): number {
  return (Math.imul(hash, hashFactor) + item) | 0;
}

/** The factor of the first of `width` items in their hash; see `removeFromHash`. */
export function getHashPower(width: number): number {
  let power = 1;
  for (let step = 1; step < width; step += 1) power = Math.imul(power, hashFactor);
  return power;
}

/**
 * The hash of a sequence without its first item, so that a hash can roll along a text (Rabin and Karp). `power` is
 * `getHashPower` of the sequence's length.
 */
export function removeFromHash(hash: number, item: number, power: number): number {
  return (hash - Math.imul(item, power)) | 0;
}

/** A fingerprint of a text in 16 hexadecimal digits, to distinguish texts. Not for texts that somebody chose in order to deceive. */
export function fingerprintText(text: string): string {
  let [first, second] = [text.length, ~text.length];
  for (let at = 0; at < text.length; at += 1) {
    first = appendToHash(first, text.charCodeAt(at));
    second = appendToHash(second ^ (second >>> 15), text.charCodeAt(at));
  }
  return [first, second].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}
