import type { IncomingMessage } from 'node:http';
import { MIMEType, promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import mime from 'mime';
import { toSafeNameWithExtension } from '#main/base/safe-file-name.ts';
import { getErrorCode } from '#main/base/stet-error.ts';
import { pageExtensions } from '#shared/import/readable-formats.ts';
import { shorten } from '#shared/text/format/wording.ts';
import { toStoredUrl } from './web-address.ts';
import { damagedPageError, httpStatusError, notFetchedError, pageTooLargeError } from './web-messages.ts';

const genericType = 'application/octet-stream';

const mediaNouns = new Map([
  ['image', 'a picture'],
  ['video', 'a film'],
  ['audio', 'a sound recording'],
]);

interface ContentType {
  /** Without parameters, in lower case. Null when the server does not say it in the grammar of RFC 9110. */
  type: string | null;
  /** The encoding's label as the server gives it, which may be wrong. */
  charset: string | null;
}

/** Parses the `Content-Type` of a response. Throws a `StetError` for a type from which no article can be read. */
export function parseContentType(header: string | undefined): ContentType {
  const mimeType = parseMimeType(header);
  if (!mimeType) return { type: null, charset: null };
  const { essence: type } = mimeType;
  if (!pageExtensions.has(type) && type !== genericType) {
    const noun = mediaNouns.get(mimeType.type) ?? `a file of the kind ${shorten(type, 80)}`;
    throw notFetchedError(
      `At this address is ${noun}, not a page`,
      'Give the address of the page that holds the article.',
    );
  }
  return { type, charset: mimeType.params.get('charset') };
}

function parseMimeType(header: string | undefined): MIMEType | null {
  try {
    return header === undefined ? null : new MIMEType(header);
  } catch {
    return null;
  }
}

/** Types so general that the extension of the address counts more: Markdown is often served as plain text. */
const genericTypes = new Set([null, 'text/plain', 'application/octet-stream']);

/**
 * The file name for a copy of a page, valid on every system: the last part of its path, or its host, with an extension that
 * fits its media type (`type`, null when the server does not say it).
 */
export function getPageName({ pathname, hostname }: URL, type: string | null): string {
  const last = pathname.split('/').findLast((part) => part !== '');
  const name = last === undefined ? hostname : decodePercent(last);
  const hasExtension = last !== undefined && isExtensionFitting(mime.getType(name), type);
  return toSafeNameWithExtension(
    hasExtension ? name : `${name}.${pageExtensions.get(type ?? '') ?? 'bin'}`,
    'page',
  );
}

function isExtensionFitting(typeByExtension: string | null, type: string | null): boolean {
  if (typeByExtension === null) return false;
  return typeByExtension === type || (genericTypes.has(type) && pageExtensions.has(typeByExtension));
}

function decodePercent(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

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
async function readBody(
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

export interface FetchedPage {
  url: string;
  name: string;
  /** IANA media type without parameters; null when the server does not say it. */
  type: string | null;
  /** The label of its encoding; null when the server does not say it. */
  charset: string | null;
  /** The content, decompressed but not decoded. */
  bytes: Uint8Array<ArrayBuffer>;
}

interface ReadPageOptions {
  limits: { maxBytes: number };
  /** Gets how many bytes came, and how many will (0 when the server does not say). */
  reportProgress(done: number, total: number): void;
  /** Called whenever bytes come, so that the page is not given up as idle. */
  onActivity(): void;
}

/**
 * Reads the page that a server answers with, after all redirects. Rejects with a `StetError` when the response is no page, an
 * empty one or a too large one, and with the connection's error.
 */
export async function readPage(
  url: URL,
  response: IncomingMessage,
  { limits, reportProgress, onActivity }: ReadPageOptions,
): Promise<FetchedPage> {
  const { statusCode = 0, headers } = response;
  // 206 is only a part of the page.
  if (statusCode < 200 || statusCode > 299 || statusCode === 206) throw httpStatusError(url.host, statusCode);
  const { type, charset } = parseContentType(headers['content-type']);
  const bytes = await readBody(response, limits.maxBytes, (done, total) => {
    onActivity();
    reportProgress(done, total);
  });
  if (bytes.length === 0) throw notFetchedError('There is nothing at this address: the page is empty');
  return { url: toStoredUrl(url), name: getPageName(url, type), type, charset, bytes };
}
