/** Content of an entry, deflated. Sizes are in bytes. */
export interface DeflatedContent {
  bytes: Uint8Array;
  crc: Uint8Array;
  uncompressedSize: number;
}

/** A gzip without a name has a header of ten bytes, and ends with the CRC-32 and the size (RFC 1952, 2.3). */
const gzipHeaderBytes = 10;
const gzipTrailerBytes = 8;

/**
 * Deflates content and finds its CRC-32, both of which a gzip holds. The browser's own compression takes a quarter of the time of one
 * in JavaScript. The same content always gives the same bytes.
 */
export async function deflateContent(content: Uint8Array<ArrayBuffer>): Promise<DeflatedContent> {
  const compression = new CompressionStream('gzip');
  const writer = compression.writable.getWriter();
  // Whether it fails is heard from the other end.
  void writer.write(content).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const gzip = new Uint8Array(await new Response(compression.readable).arrayBuffer());
  const trailer = gzip.length - gzipTrailerBytes;
  return {
    bytes: gzip.subarray(gzipHeaderBytes, trailer),
    crc: gzip.subarray(trailer, trailer + 4),
    uncompressedSize: content.length,
  };
}
