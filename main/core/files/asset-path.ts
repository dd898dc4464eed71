import { extname, join, posix } from 'node:path';

const types: Record<string, string> = {
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
  /** Below the folder of the page. */
  path: string;
  mime: string;
}

/**
 * The file that an address of our page names, or null for every other address: another scheme or host, a way out of the
 * folder, a type that we do not serve. Pure: whether the file is there, and no link leads out of it, is for the caller.
 */
export function assetOf(folder: string, origin: string, url: string): Asset | null {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (`${protocol}//${host}` !== origin) return null;
    const wanted = decodeURIComponent(pathname);
    if (/[\\\0:]/.test(wanted) || wanted.split('/').includes('..')) return null;
    const name = wanted === '/' ? '/index.html' : posix.normalize(wanted);
    const mime = types[extname(name).toLowerCase()];
    return mime ? { path: join(folder, name), mime } : null;
  } catch {
    // Not an address, or an escape that stands for no letter.
    return null;
  }
}
