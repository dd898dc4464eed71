import { readFile, realpath } from 'node:fs/promises';
import { extname, join, posix, sep } from 'node:path';

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.bcmap': 'application/octet-stream',
};

interface Asset {
  /** Absolute path of the file, inside the folder of the page. */
  path: string;
  mime: string;
}

/**
 * Resolves an address of our page to a file. Null for any other address: another scheme or host, a path that leaves the
 * folder, a type that is not served. Pure: the caller checks that the file exists and that no link leads out of the folder.
 */
export function resolveAsset(folder: string, origin: string, url: string): Asset | null {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (`${protocol}//${host}` !== origin) return null;
    const decoded = decodeURIComponent(pathname);
    if (/[\\\0:]/.test(decoded) || decoded.split('/').includes('..')) return null;
    const name = decoded === '/' ? '/index.html' : posix.normalize(decoded);
    const mime = mimeTypes[extname(name).toLowerCase()];
    return mime ? { path: join(folder, name), mime } : null;
  } catch {
    // Not a URL, or a percent escape that is not valid UTF-8.
    return null;
  }
}

/** Reads a file in a folder. Null when it does not exist, is not a file, or is a link that leads out of the folder. */
export async function readServedFile(folder: string, path: string): Promise<Buffer | null> {
  try {
    const real = await realpath(path);
    return real.startsWith((await realpath(folder)) + sep) ? await readFile(real) : null;
  } catch {
    // The page may ask for any name: a missing file is answered with 404, not reported.
    return null;
  }
}
