import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { getErrorCode } from '../errors/error-code';
import { damagedPageError, notFetchedError, pageTooLargeError } from './web-messages';

type Decompress = (packed: Uint8Array, options: ZlibOptions) => Promise<Uint8Array>;

const decompressGzip = promisify(gunzip);
const decompressors = new Map<string, Decompress>([
  ['gzip', decompressGzip],
  ['x-gzip', decompressGzip],
  ['br', promisify(brotliDecompress)],
  ['deflate', (packed, options) => promisify(hasZlibHeader(packed) ? inflate : inflateRaw)(packed, options)],
]);

/**
 * Whether the data begin with the header of the zlib format (RFC 1950). Some servers send "deflate" without it, against
 * RFC 9110, 8.4.1.2.
 */
function hasZlibHeader([method = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8;
}

/** In bytes. Large, because a page of megabytes would take thousands of small chunks. */
const chunkSize = 256 * 1024;

/**
 * Reads the body of a response to its end and decompresses it. Rejects with a `StetError` when it has more than `maxBytes`
 * bytes, compressed or not, or is damaged, and with the error of the network. `onProgress` gets how many bytes came, and how
 * many will (0 when the server does not say).
 */
export async function readBody(
  response: IncomingMessage,
  maxBytes: number,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const coding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decompress = decompressors.get(coding);
  if (!decompress && coding !== '' && coding !== 'identity')
    throw notFetchedError('The page is compressed in a way that Stet does not support');
  const declared = Number(response.headers['content-length'] ?? 0);
  if (declared > maxBytes) throw pageTooLargeError(maxBytes);
  const body = await collectBytes(response, maxBytes, (done) => onProgress(done, declared));
  const content = decompress && body.length > 0 ? await decompressLimited(decompress, body, maxBytes) : body;
  // Copied, because Node's buffers may be views of shared memory.
  return new Uint8Array(content);
}

async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  onProgress: (done: number) => void,
): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  let done = 0;
  for await (const chunk of chunks) {
    done += chunk.length;
    if (done > maxBytes) throw pageTooLargeError(maxBytes);
    collected.push(chunk);
    onProgress(done);
  }
  return Buffer.concat(collected);
}

/** Decompresses at most one chunk more than the limit, also when the data are a decompression bomb. */
async function decompressLimited(
  decompress: Decompress,
  packed: Uint8Array,
  maxBytes: number,
): Promise<Uint8Array> {
  try {
    return await decompress(packed, { maxOutputLength: maxBytes, chunkSize });
  } catch (error) {
    const isTooLarge = getErrorCode(error) === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? pageTooLargeError(maxBytes) : damagedPageError(error);
  }
}
