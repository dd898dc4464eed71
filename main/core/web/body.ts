import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { systemCode } from '../storage/files/disk-messages';
import { damaged, notFetched, tooLarge } from './web-messages';

type Unpack = (packed: Uint8Array, options: ZlibOptions) => Promise<Uint8Array>;

const unzip = promisify(gunzip);
const unpacking = new Map<string, Unpack>([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['br', promisify(brotliDecompress)],
  ['deflate', (packed, options) => promisify(startsZlib(packed) ? inflate : inflateRaw)(packed, options)],
]);

/** Some servers take "deflate" for what is inside of the zlib format (RFC 9110, 8.4.1.2), which begins so (RFC 1950). */
function startsZlib([method = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8;
}

/** Bytes: large steps, as a page of megabytes would take thousands of small ones. */
const step = 256 * 1024;

/**
 * Reads the body of an answer to its end and unpacks it. Rejects with a `StetError` when more than `largest` bytes come, or
 * come out, or they are damaged, and with the error of the network. `arrived` is told how many bytes came, and how many will
 * (0: not said).
 */
export async function readBody(
  answer: IncomingMessage,
  largest: number,
  arrived: (done: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const coding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase();
  const unpack = unpacking.get(coding);
  if (!unpack && coding !== '' && coding !== 'identity')
    throw notFetched('The page came packed in a way that Stet can’t unpack');
  const declared = Number(answer.headers['content-length'] ?? 0);
  if (declared > largest) throw tooLarge(largest);
  const body = await collected(answer, largest, (done) => arrived(done, declared));
  // A copy: Node's buffers may be views of memory that others use.
  return new Uint8Array(unpack && body.length > 0 ? await unpacked(unpack, body, largest) : body);
}

async function collected(
  pieces: AsyncIterable<Uint8Array>,
  largest: number,
  arrived: (done: number) => void,
): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let done = 0;
  for await (const piece of pieces) {
    done += piece.length;
    if (done > largest) throw tooLarge(largest);
    kept.push(piece);
    arrived(done);
  }
  return Buffer.concat(kept);
}

/** Stops within a step of the limit, however small a bomb is packed. */
async function unpacked(unpack: Unpack, packed: Uint8Array, largest: number): Promise<Uint8Array> {
  try {
    return await unpack(packed, { maxOutputLength: largest, chunkSize: step });
  } catch (error) {
    throw systemCode(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(largest) : damaged(error);
  }
}
