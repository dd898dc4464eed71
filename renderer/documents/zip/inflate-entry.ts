import { Inflate } from 'fflate';
import { joinBytes } from './join-bytes.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Compressed bytes that are inflated at a time: even at the highest ratio of deflate, 1,032, their output fits in memory. */
const inputChunkBytes = 16_384;

const localHeaderSignature = 0x04034b50;

/** The compressed bytes of an entry; null when they are not all there. */
function findCompressedBytes(zip: Uint8Array, { headerOffset, compressedSize }: ZipEntry): Uint8Array | null {
  if (headerOffset + 30 > zip.length) return null;
  const header = new DataView(zip.buffer, zip.byteOffset + headerOffset, 30);
  if (header.getUint32(0, true) !== localHeaderSignature) return null;
  const start = headerOffset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return start + compressedSize <= zip.length ? zip.subarray(start, start + compressedSize) : null;
}

/**
 * Inflates an entry. Stops as soon as the output is larger than the directory says, and returns `tooLarge`. Returns `damaged` when
 * the entry can't be inflated or is smaller than the directory says.
 */
export function inflateEntry(zip: Uint8Array, entry: ZipEntry): Uint8Array | 'tooLarge' | 'damaged' {
  const compressed = findCompressedBytes(zip, entry);
  if (!compressed) return 'damaged';
  if (entry.method === 0) return compressed.length === entry.uncompressedSize ? compressed : 'damaged';
  if (entry.method !== 8) return 'damaged';
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (
      let start = 0;
      start < compressed.length && length <= entry.uncompressedSize;
      start += inputChunkBytes
    ) {
      const end = start + inputChunkBytes;
      inflate.push(compressed.subarray(start, end), end >= compressed.length);
    }
  } catch {
    // fflate throws for every kind of damage.
    return 'damaged';
  }
  if (length !== entry.uncompressedSize) return length > entry.uncompressedSize ? 'tooLarge' : 'damaged';
  return joinBytes(chunks);
}
