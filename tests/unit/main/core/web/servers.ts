import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Fetching, fetchPage, type WebLimits } from '../../../../../main/core/web/fetch-page';

/** Small, so that whatever runs into one of them does so soon. */
export const limits: WebLimits = { bytes: 100_000, redirects: 5, whole: 5_000, silence: 3_000 };

/** A server on loopback that ends with the test. */
export interface Served {
  port: number;
  /** Resolves once no connection to it is open. */
  quiet(): Promise<void>;
}

export async function listening(server: Server, host = '127.0.0.1', port = 0): Promise<Served> {
  const sockets = new Set<Socket>();
  let told: () => void = () => undefined;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.on('close', () => {
      sockets.delete(socket);
      told();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const quiet = () =>
    new Promise<void>((resolve) => {
      told = () => (sockets.size === 0 ? resolve() : undefined);
      told();
    });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
  return { port: bound.port, quiet };
}

/** Answers as HTTP does; on any free port, or on this one. */
export function serve(answer: RequestListener, host?: string, port?: number): Promise<Served> {
  return listening(createServer(answer), host, port);
}

/** Answers every connection with these words, whatever they are, and keeps it open. */
export function say(words: string): Promise<Served> {
  return listening(createTcpServer((socket) => void socket.once('data', () => socket.write(words))));
}

/** Fetches as the app does, from a net in which every name is on 127.0.0.1, and nothing else is public. */
export function fetchFrom(address: string, fetching: Partial<Fetching> = {}) {
  return fetchPage(address, {
    userAgent: 'Stet/1.0',
    signal: new AbortController().signal,
    progress: () => undefined,
    limits,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    isPublic: (ip) => ip === '127.0.0.1',
    ...fetching,
  });
}
