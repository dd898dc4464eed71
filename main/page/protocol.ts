import { protocol } from 'electron';
import { built } from '../app-paths';
import { assetOf } from '../core/files/asset-path';
import { readInside } from '../core/files/served-file';
import { bundle, originOf, previews, scheme } from './origin';
import { pageHeaders } from './page-headers';
import type { Preview } from './preview';

/** Before the app is ready: makes `app:` a scheme with an origin of its own, as safe as https. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Serves to the window the files of the built page under app://bundle/, a report's preview, and nothing else. */
export function serveWindow(preview: Preview): void {
  const files = builtFiles(bundle, pageHeaders);
  protocol.handle(scheme, (request) =>
    originOf(request.url) === previews ? preview.answer(request) : files(request),
  );
}

/** Answers for an origin with the files of the built pages, and nothing else. */
export function builtFiles(origin: string, headers: Record<string, string>) {
  return async ({ url, method }: Request): Promise<Response> => {
    const asset = method === 'GET' ? assetOf(built.renderer, origin, url) : null;
    const content = asset && (await readInside(built.renderer, asset.path));
    if (!asset || !content) return new Response('Not found', { status: 404, headers });
    return new Response(content, { headers: { ...headers, 'Content-Type': asset.mime } });
  };
}
