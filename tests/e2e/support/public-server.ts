import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address of the public internet that this machine has for as long as a test runs: to the app it is anybody's. */
const address = '1.2.3.4';

export interface PublicServer {
  /** Without a slash at its end. */
  url: string;
  host: string;
  /** What was asked. */
  asked: IncomingMessage[];
  close(): void;
}

const ip = (what: 'add' | 'del') => spawnSync('ip', ['address', what, `${address}/32`, 'dev', 'lo']);

/** Serves on a public address; null where this machine can't be given one (it takes root and Debian's iproute2). */
export async function openPublicServer(answer: RequestListener): Promise<PublicServer | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || ip('add').error) return null;
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
      ip('del');
    },
  };
}
