import type { IncomingMessage } from 'node:http';
import { parseContentType } from './content-type';
import { getPageName } from './page-name';
import { readBody } from './read-body';
import { toStoredUrl } from './web-address';
import { httpStatusError, notFetchedError } from './web-messages';

export interface FetchedPage {
  /** The final address after redirects, as `urlSchema` accepts it. */
  url: string;
  /** The file name for a copy. */
  name: string;
  /** IANA media type without parameters; null when the server does not say it. */
  type: string | null;
  /** The label of its encoding; null when the server does not say it. */
  charset: string | null;
  /** The content, decompressed but not decoded. */
  bytes: Uint8Array<ArrayBuffer>;
}

interface ReadPageOptions {
  /** Largest page, in bytes, both compressed and decompressed. */
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
