import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server and a datagram socket on this machine that the app must never speak to. */
export interface NextDoor {
  /** Without a slash at its end, e.g. `http://127.0.0.1:4000`. */
  url: string;
  /** The address of the datagram socket, e.g. `127.0.0.1:4001`. */
  datagrams: string;
  /** Every connection, request and datagram that arrived. */
  heard: string[];
  close(): void;
}

export async function openNextDoor(): Promise<NextDoor> {
  const heard: string[] = [];
  const server = createServer(({ method, url }, response) => {
    heard.push(`${method} ${url}`);
    response.setHeader('Access-Control-Allow-Origin', '*').end('hello');
  });
  server.on('connection', () => heard.push('a connection'));
  const socket = createSocket('udp4');
  socket.on('message', ({ length }) => heard.push(`a datagram of ${length} bytes`));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    datagrams: `127.0.0.1:${socket.address().port}`,
    heard,
    close() {
      server.close();
      server.closeAllConnections();
      socket.close();
    },
  };
}
