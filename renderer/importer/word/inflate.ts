import { Inflate } from 'fflate';
import type { ZipEntry } from './zip-directory';

/** Bytes that are unpacked at a time: what they grow to at most (1,032 times as much) is small enough to be thrown away. */
const step = 16_384;

const localHeader = 0x04034b50;

/** The bytes of an entry as they are in the file; null when they are not all there. */
function packedBytes(zip: Uint8Array, { at, packed }: ZipEntry): Uint8Array | null {
  if (at + 30 > zip.length) return null;
  const header = new DataView(zip.buffer, zip.byteOffset + at, 30);
  if (header.getUint32(0, true) !== localHeader) return null;
  const start = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return start + packed <= zip.length ? zip.subarray(start, start + packed) : null;
}

/**
 * Unpacks an entry, and stops as soon as it grows beyond the size that its directory claims: `more` then. `damaged` when it
 * can't be unpacked or holds less.
 */
export function inflate(zip: Uint8Array, entry: ZipEntry): Uint8Array | 'more' | 'damaged' {
  const packed = packedBytes(zip, entry);
  if (!packed) return 'damaged';
  if (entry.method === 0) return packed.length === entry.size ? packed : 'damaged';
  if (entry.method !== 8) return 'damaged';
  const pieces: Uint8Array[] = [];
  let length = 0;
  const unpacking = new Inflate((piece) => {
    length += piece.length;
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length && length <= entry.size; at += step)
      unpacking.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    return 'damaged';
  }
  if (length !== entry.size) return length > entry.size ? 'more' : 'damaged';
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
