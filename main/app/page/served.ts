import type { Protocol, ProtocolRequest } from 'electron';
import { appScheme } from '../base/origin.ts';

/** The answer to a request of a page. */
export interface Served {
  statusCode: number;
  headers: Record<string, string>;
  data: Buffer;
}

export type Serve = (request: ProtocolRequest) => Served | Promise<Served>;

export function createServed(data: Buffer, type: string, headers: Record<string, string>): Served {
  return { statusCode: 200, headers: { ...headers, 'Content-Type': type }, data };
}

export function createServedPage(html: string, headers: Record<string, string>): Served {
  return createServed(Buffer.from(html), 'text/html; charset=utf-8', headers);
}

export function createNotFound(headers: Record<string, string>): Served {
  return { statusCode: 404, headers, data: Buffer.from('Not found') };
}

/** Serves the pages of our scheme in a session. */
export function serveScheme(target: Protocol, serve: Serve): void {
  // Deprecated, but its successor loads all of `fetch` into main, and the window waits for that.
  target.registerBufferProtocol(appScheme, async (request, answer) => answer(await serve(request)));
}
