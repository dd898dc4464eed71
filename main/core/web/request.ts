import { Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { type RequestOptions, Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { PublicHost } from './public-host';
import { brokenOff, notPublic } from './web-messages';

/** Bytes of headers: some servers send long policies. Node's own limit is 16 kB. */
const longestHeaders = 64 * 1024;

export interface Asking {
  host: PublicHost;
  userAgent: string;
  /** Certificates (PEM) of the authorities to trust in place of those that the runtime brings. */
  authorities: string | undefined;
  signal: AbortSignal;
}

/**
 * Asks once for what is at an address and gives the answer as soon as its headers are there. It connects to the host's checked
 * addresses alone, directly, on a socket of its own that ends with the answer, and says nothing of who asks: no cookie, no
 * referrer, no login. Rejects with the network's error.
 */
export function request(
  url: URL,
  { host, userAgent, authorities, signal }: Asking,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const options: RequestOptions = {
    // Of its own, so that neither a proxy of the environment nor an open connection is used.
    agent: secure ? new SecureAgent({ keepAlive: false }) : new Agent({ keepAlive: false }),
    headers: {
      'User-Agent': userAgent,
      Accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5',
      'Accept-Encoding': 'gzip, deflate, br',
    },
    lookup: host.lookup,
    maxHeaderSize: longestHeaders,
    // Said, as the environment may say otherwise.
    rejectUnauthorized: true,
    ...(authorities === undefined ? {} : { ca: authorities }),
    signal,
  };
  return new Promise((resolve, reject) => {
    const asked = secure ? secureRequest(url, options, resolve) : plainRequest(url, options, resolve);
    asked.on('error', reject);
    // An answer that only changes the protocol ends it without an error.
    asked.on('close', () => reject(brokenOff(url.host)));
    asked.on('socket', (socket) =>
      socket.on('connect', () => {
        if (!host.has(socket.remoteAddress)) asked.destroy(notPublic(url.host));
      }),
    );
    asked.end();
  });
}
