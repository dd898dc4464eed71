import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server and a UDP socket on this machine that the app must never reach. */
export interface LocalServer {
  /** Without a trailing slash, for example `http://127.0.0.1:4000`. */
  url: string;
  /** The address of the UDP socket, for example `127.0.0.1:4001`. */
  udpAddress: string;
  /** A description of every connection, request and datagram that arrived. */
  received: string[];
  close(): void;
}

export async function startLocalServer(): Promise<LocalServer> {
  const received: string[] = [];
  const server = createServer(({ method, url }, response) => {
    received.push(`${method} ${url}`);
    response.setHeader('Access-Control-Allow-Origin', '*').end('hello');
  });
  server.on('connection', () => received.push('a connection'));
  const socket = createSocket('udp4');
  socket.on('message', ({ length }) => received.push(`a datagram of ${length} bytes`));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    udpAddress: `127.0.0.1:${socket.address().port}`,
    received,
    close() {
      server.close();
      server.closeAllConnections();
      socket.close();
    },
  };
}
