import { protocol } from 'electron';
import { builtPaths } from '../app-paths';
import { readServedFile, resolveAsset } from '../core/files/served-file';
import { appScheme, bundleOrigin, getOrigin, previewOrigin } from './origin';
import { pageHeaders } from './page-headers';
import type { Preview } from './preview';

/** Registers `app:` as a secure scheme with origins. Must run before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built page under app://bundle/ and the report preview to the window, and nothing else. */
export function serveWindow(preview: Preview): void {
  const files = createBundleHandler(bundleOrigin, pageHeaders);
  protocol.handle(appScheme, (request) =>
    getOrigin(request.url) === previewOrigin ? preview.respond(request) : files(request),
  );
}

/** Creates a handler that serves the built pages under an origin, and nothing else. */
export function createBundleHandler(origin: string, headers: Record<string, string>) {
  return async ({ url, method }: Request): Promise<Response> => {
    const asset = method === 'GET' ? resolveAsset(builtPaths.renderer, origin, url) : null;
    const content = asset && (await readServedFile(builtPaths.renderer, asset.path));
    if (!asset || !content) return new Response('Not found', { status: 404, headers });
    return new Response(content, { headers: { ...headers, 'Content-Type': asset.mime } });
  };
}
