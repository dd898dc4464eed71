import type { IncomingMessage } from 'node:http';
import { StetError } from '../errors/stet-error';
import { readWebAddress, redirected, written } from './address';
import { readBody } from './body';
import { readContentType } from './content-type';
import { pageName } from './page-name';
import { isPublic } from './public-address';
import { publicHost, type Resolve, resolveHost } from './public-host';
import { request } from './request';
import { type Patience, withPatience } from './timeouts';
import { networkError, notFetched, refusedWith } from './web-messages';

export interface WebLimits extends Patience {
  /** Bytes of a page, both as they come and unpacked. */
  bytes: number;
  redirects: number;
}

/** A server that hangs is given up long before one that is slow. */
const usualLimits: WebLimits = { bytes: 20_000_000, redirects: 5, whole: 30_000, silence: 10_000 };

export interface Fetching {
  /** Product and version (RFC 9110, 10.1.5), as `Stet/1.0`. */
  userAgent: string;
  signal: AbortSignal;
  /** Gets how many bytes came, and how many will; 0 when the server does not say. */
  progress(done: number, total: number): void;
  limits?: WebLimits;
  resolve?: Resolve;
  /** Whether an IP address may be connected to. */
  isPublic?(address: string): boolean;
  /** Certificates (PEM) of the authorities to trust in place of those that the runtime brings. */
  authorities?: string;
}

export interface FetchedPage {
  /** Where it was in the end, after redirects; as `urlSchema` takes it. */
  url: string;
  /** What a copy of it is called. */
  name: string;
  /** IANA media type without parameters; null when the server does not say it. */
  type: string | null;
  /** The label of its encoding; null when the server does not say it. */
  charset: string | null;
  /** As they came, but unpacked. */
  bytes: Uint8Array<ArrayBuffer>;
}

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches one page: no scripts, no pictures, nothing that it asks for. Only from the public internet: at each step the host is
 * looked up once, refused if any of its addresses is private, and no other address is connected to. Rejects with a `StetError`
 * whose message is to be shown, or with the signal's reason; no connection stays open in any case.
 */
export async function fetchPage(address: string, fetching: Fetching): Promise<FetchedPage> {
  const start = readWebAddress(address);
  if (!start.ok) throw new StetError('badRequest', start.message);
  const { limits = usualLimits, signal } = fetching;
  return withPatience(limits, signal, (either, heard) =>
    followed(new URL(start.url), { ...fetching, limits, signal: either, heard }),
  );
}

interface Following extends Fetching {
  limits: WebLimits;
  heard(): void;
}

async function followed(start: URL, following: Following): Promise<FetchedPage> {
  const { limits } = following;
  const seen = new Set<string>();
  let url = start;
  while (seen.size <= limits.redirects) {
    if (seen.has(written(url)))
      throw notFetched(`${url.host} sends round in a circle, as pages do that want cookies`);
    seen.add(written(url));
    const page = await step(url, following);
    if (!(page instanceof URL)) return page;
    url = page;
  }
  throw notFetched(`The page sends on more than ${limits.redirects} times`);
}

/** The page, or where else it is. */
async function step(url: URL, following: Following): Promise<FetchedPage | URL> {
  const {
    resolve = resolveHost,
    isPublic: mayConnect = isPublic,
    userAgent,
    authorities,
    signal,
    heard,
  } = following;
  try {
    const host = await publicHost(url, resolve, mayConnect);
    // What was cancelled during the look-up must not connect any more.
    signal.throwIfAborted();
    const answer = await request(url, { host, userAgent, authorities, signal });
    heard();
    return redirects.has(answer.statusCode ?? 0)
      ? redirected(url, answer.headers.location)
      : await pageOf(url, answer, following);
  } catch (error) {
    throw networkError(url.host, error);
  }
}

async function pageOf(url: URL, answer: IncomingMessage, following: Following): Promise<FetchedPage> {
  const { limits, progress, heard } = following;
  const { statusCode = 0, headers } = answer;
  // A part that nobody asked for (206) is not the page.
  if (statusCode < 200 || statusCode > 299 || statusCode === 206) throw refusedWith(url.host, statusCode);
  const { type, charset } = readContentType(headers['content-type']);
  const bytes = await readBody(answer, limits.bytes, (done, total) => {
    heard();
    progress(done, total);
  });
  if (bytes.length === 0) throw notFetched('There is nothing at this address: the page is empty');
  return { url: written(url), name: pageName(url, type), type, charset, bytes };
}
