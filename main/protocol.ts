import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { protocol } from 'electron';
import { assetOf } from './core/asset-path';
import { originOf, ourPage, scheme } from './origin';
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
    const asset = method === 'GET' ? assetOf(built.renderer, originOf(ourPage), url) : null;
    const content = asset && (await readInside(built.renderer, asset.path));
    if (!asset || !content) return new Response('Not found', { status: 404, headers: pageHeaders });
    return new Response(new Uint8Array(content), { headers: { ...pageHeaders, 'Content-Type': asset.mime } });
  });
}

/** The file's bytes, or null when it is not there or a link leads out of the folder. */
async function readInside(folder: string, path: string): Promise<Buffer | null> {
  try {
    const real = await realpath(path);
    return real.startsWith((await realpath(folder)) + sep) ? await readFile(real) : null;
  } catch {
    return null;
  }
}
