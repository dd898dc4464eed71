import { Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { type RequestOptions, Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { PublicHost } from './public-host';
import { connectionLostError, notPublicError } from './web-messages';

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
