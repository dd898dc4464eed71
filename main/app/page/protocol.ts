import { protocol } from 'electron';
import { builtPaths } from '../base/app-paths.ts';
import { appScheme, bundleOrigin, getOrigin, previewOrigin } from '../base/origin.ts';
import { pageHeaders } from './page-headers.ts';
import type { Preview } from './preview.ts';
import { createNotFound, createServed, type Serve, serveScheme } from './served.ts';
import { readServedFile, resolveAsset } from './served-file.ts';

/** Registers `app:` as a secure scheme with origins. Must run before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built page under app://bundle/ and the report preview to the window, and nothing else. */
export function serveWindow(preview: Preview): void {
  const serveFile = createBundleServer(bundleOrigin, pageHeaders);
  serveScheme(protocol, (request) =>
    getOrigin(request.url) === previewOrigin ? preview.serve(request) : serveFile(request),
  );
}

/** Creates a function that serves the built pages under an origin, and nothing else. */
export function createBundleServer(origin: string, headers: Record<string, string>): Serve {
  return async ({ url, method }) => {
    const asset = method === 'GET' ? resolveAsset(builtPaths.renderer, origin, url) : null;
    const content = asset && (await readServedFile(builtPaths.renderer, asset.path));
    return asset && content ? createServed(content, asset.mime, headers) : createNotFound(headers);
  };
}
