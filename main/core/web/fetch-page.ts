import { Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { type RequestOptions, Agent as SecureAgent, request as secureRequest } from 'node:https';
import { StetError } from '#main/base/stet-error.ts';
import { rejectOnAbort } from '#main/base/tasks.ts';
import {
  isPublicAddress,
  lookUpHost,
  type PublicHost,
  type ResolveHost,
  resolvePublicHost,
} from './public-host.ts';
import { type FetchedPage, readPage } from './read-page.ts';
import { parseWebAddress, resolveRedirect, toStoredUrl } from './web-address.ts';
import {
  connectionLostError,
  idleTimeoutError,
  notFetchedError,
  notPublicError,
  toNetworkError,
  totalTimeoutError,
} from './web-messages.ts';

/** More than Node's default of 16 kB, because some servers send long policies. */
const maxHeaderBytes = 64 * 1024;

interface RequestSettings {
  host: PublicHost;
  userAgent: string;
  /** Certificates (PEM) of the authorities to trust instead of the runtime's own. */
  authorities: string | undefined;
  signal: AbortSignal;
}

/**
 * Sends one GET request and resolves to the response as soon as its headers are there. It connects only to the checked
 * addresses of the host, directly, on a socket of its own that closes with the response, and reveals nothing about the
 * reviewer: no cookie, no referrer, no login. Rejects with the network's error.
 */
export function sendRequest(
  url: URL,
  { host, userAgent, authorities, signal }: RequestSettings,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const options: RequestOptions = {
    // A new agent, so that neither a proxy of the environment nor an open connection is used.
    agent: isSecure ? new SecureAgent({ keepAlive: false }) : new Agent({ keepAlive: false }),
    headers: {
      'User-Agent': userAgent,
      Accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5',
      'Accept-Encoding': 'gzip, deflate, br',
    },
    lookup: host.lookup,
    maxHeaderSize: maxHeaderBytes,
    // Set explicitly, because an environment variable can turn it off.
    rejectUnauthorized: true,
    ...(authorities === undefined ? {} : { ca: authorities }),
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = isSecure ? secureRequest(url, options, resolve) : plainRequest(url, options, resolve);
    request.on('error', reject);
    // A response that switches the protocol closes the connection without an error.
    request.on('close', () => reject(connectionLostError(url.host)));
    request.on('socket', (socket) =>
      socket.on('connect', () => {
        if (!host.has(socket.remoteAddress)) request.destroy(notPublicError(url.host));
      }),
    );
    request.end();
  });
}

interface Timeouts {
  /** Longest time for everything, in milliseconds. */
  totalMs: number;
  /** Longest time without any data, in milliseconds. */
  idleMs: number;
}

/**
 * Runs work that ends when the signal aborts, with its reason, and when it takes too long, with a `StetError` that says so.
 * The work calls `onActivity` whenever data come. The signal that it gets always aborts in the end, so that nothing it opened
 * stays open.
 */
async function withTimeouts<T>(
  { totalMs, idleMs }: Timeouts,
  signal: AbortSignal,
  work: (signal: AbortSignal, onActivity: () => void) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const totalTimer = setTimeout(() => controller.abort(totalTimeoutError(totalMs)), totalMs);
  const idleTimer = setTimeout(() => controller.abort(idleTimeoutError(idleMs)), idleMs);
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await rejectOnAbort(
      controller.signal,
      work(controller.signal, () => idleTimer.refresh()),
    );
  } finally {
    clearTimeout(totalTimer);
    clearTimeout(idleTimer);
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}

export interface FetchLimits extends Timeouts {
  maxBytes: number;
  maxRedirects: number;
}

/** A server that does not answer is given up long before one that is slow. */
const defaultLimits: FetchLimits = { maxBytes: 20_000_000, maxRedirects: 5, totalMs: 30_000, idleMs: 10_000 };

export interface FetchOptions {
  /** Product and version (RFC 9110, 10.1.5), for example `Stet/1.0`. */
  userAgent: string;
  signal: AbortSignal;
  /** Gets how many bytes came, and how many will (0 when the server does not say). */
  reportProgress(done: number, total: number): void;
  limits?: FetchLimits;
  resolve?: ResolveHost;
  isPublic?(address: string): boolean;
  /** Certificates (PEM) of the authorities to trust instead of the runtime's own. */
  authorities?: string;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches one page without its scripts, pictures and other resources, and only from the public internet: for each redirect
 * the host is looked up once, refused when any of its addresses is private, and no other address is connected to. Rejects with
 * a `StetError` for the reviewer, or with the signal's reason. No connection stays open.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage> {
  const start = parseWebAddress(address);
  if (!start.ok) throw new StetError('badRequest', start.message);
  const { limits = defaultLimits } = options;
  return withTimeouts(limits, options.signal, (signal, onActivity) =>
    followRedirects(new URL(start.url), { ...options, limits, signal, onActivity }),
  );
}

interface PageRequestOptions extends FetchOptions {
  limits: FetchLimits;
  onActivity(): void;
}

async function followRedirects(start: URL, options: PageRequestOptions): Promise<FetchedPage> {
  const { maxRedirects } = options.limits;
  const visited = new Set<string>();
  let url = start;
  while (visited.size <= maxRedirects) {
    if (visited.has(toStoredUrl(url)))
      throw notFetchedError(`${url.host} redirects in a loop, as pages do that need cookies`);
    visited.add(toStoredUrl(url));
    const page = await fetchOnce(url, options);
    if (!(page instanceof URL)) return page;
    url = page;
  }
  throw notFetchedError(`The page redirects more than ${maxRedirects} times`);
}

/** Fetches the page, or the address to which the server redirects. */
async function fetchOnce(url: URL, options: PageRequestOptions): Promise<FetchedPage | URL> {
  const {
    resolve = lookUpHost,
    isPublic = isPublicAddress,
    userAgent,
    authorities,
    signal,
    onActivity,
  } = options;
  try {
    const host = await resolvePublicHost(url, resolve, isPublic);
    // The look-up can't be cancelled, but nothing may connect after it.
    signal.throwIfAborted();
    const response = await sendRequest(url, { host, userAgent, authorities, signal });
    onActivity();
    return redirectStatuses.has(response.statusCode ?? 0)
      ? resolveRedirect(url, response.headers.location)
      : await readPage(url, response, options);
  } catch (error) {
    throw toNetworkError(url.host, error);
  }
}
