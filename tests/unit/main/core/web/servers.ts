import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type FetchLimits, type FetchOptions, fetchPage } from '#main/core/web/fetch-page.ts';

/** Small limits, so that tests reach them soon. */
export const limits: FetchLimits = { maxBytes: 100_000, maxRedirects: 5, totalMs: 5_000, idleMs: 3_000 };

/** A server on the loopback interface that is closed after the test. */
export interface TestServer {
  port: number;
  /** Resolves once no connection is open. */
  waitForClose(): Promise<void>;
}

export async function listen(server: Server, host = '127.0.0.1', port = 0): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let onSocketClose: () => void = () => undefined;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.on('close', () => {
      sockets.delete(socket);
      onSocketClose();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const quiet = () =>
    new Promise<void>((resolve) => {
      onSocketClose = () => (sockets.size === 0 ? resolve() : undefined);
      onSocketClose();
    });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
  return { port: bound.port, waitForClose: quiet };
}

/** Serves HTTP, on any free port by default. */
export function serve(answer: RequestListener, host?: string, port?: number): Promise<TestServer> {
  return listen(createServer(answer), host, port);
}

/** Answers the first data of every connection with this raw text and keeps the connection open. */
export function serveRaw(words: string): Promise<TestServer> {
  return listen(createTcpServer((socket) => void socket.once('data', () => socket.write(words))));
}

/** Fetches as the app does, in a network where every host is at 127.0.0.1 and only that address is public. */
export function fetchFrom(address: string, fetching: Partial<FetchOptions> = {}) {
  return fetchPage(address, {
    userAgent: 'Stet/1.0',
    signal: new AbortController().signal,
    reportProgress: () => undefined,
    limits,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    isPublic: (ip) => ip === '127.0.0.1',
    ...fetching,
  });
}
