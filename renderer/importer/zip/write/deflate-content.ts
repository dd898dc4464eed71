import { gzipSync } from 'fflate';

/** Content of an entry, deflated. Sizes are in bytes. */
export interface DeflatedContent {
  bytes: Uint8Array;
  crc: Uint8Array;
  uncompressedSize: number;
}

/** A gzip without a name has a header of ten bytes, and ends with the CRC-32 and the size (RFC 1952, 2.3). */
const gzipHeaderBytes = 10;
const gzipTrailerBytes = 8;

/** Deflates content and finds its CRC-32, both of which a gzip holds. The same content always gives the same bytes. */
export function deflateContent(content: Uint8Array): DeflatedContent {
  const gzip = gzipSync(content, { mtime: 0 });
  const trailer = gzip.length - gzipTrailerBytes;
  return {
    bytes: gzip.subarray(gzipHeaderBytes, trailer),
    crc: gzip.subarray(trailer, trailer + 4),
    uncompressedSize: content.length,
  };
}
