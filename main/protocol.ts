import { protocol } from 'electron';
import { assetOf } from './core/asset-path';
import { readInside } from './core/served-file';
import { bundle, scheme } from './origin';
import { pageHeaders } from './page-headers';
import { built } from './places';

/** Before the app is ready: makes `app:` a scheme with an origin of its own, as safe as https. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Serves the files of the built page under app://bundle/, and nothing else. */
export function serveBundle(): void {
  protocol.handle(scheme, async ({ url, method }) => {
    const asset = method === 'GET' ? assetOf(built.renderer, bundle, url) : null;
    const content = asset && (await readInside(built.renderer, asset.path));
    if (!asset || !content) return new Response('Not found', { status: 404, headers: pageHeaders });
    return new Response(content, { headers: { ...pageHeaders, 'Content-Type': asset.mime } });
  });
}
