import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PublicServer {
  /** Without a slash at its end. */
  url: string;
  host: string;
  /** What was asked. */
  asked: IncomingMessage[];
  close(): void;
}

/**
 * Serves on an address of the public internet, which to the app is anybody's. Only in the tests' own network is it this
 * machine's (build/machine/own-network.mjs): null where there is none.
 */
export async function openPublicServer(answer: RequestListener): Promise<PublicServer | null> {
  const address = process.env.STET_PUBLIC_ADDRESS;
  if (!address) return null;
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `${address}:${port}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
