import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PublicServer {
  /** Without a trailing slash. */
  url: string;
  host: string;
  requests: IncomingMessage[];
  close(): void;
}

/**
 * Starts a server on an address that belongs to the public internet. This machine has that address only in the network
 * namespace of the tests (build/testing/run-playwright.mjs). Returns null outside of it.
 */
export async function startPublicServer(answer: RequestListener): Promise<PublicServer | null> {
  const address = process.env.STET_PUBLIC_ADDRESS;
  if (!address) return null;
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `${address}:${port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
