import { app } from 'electron';

export const appScheme = 'app';
export const bundleOrigin = `${appScheme}://bundle`;
export const previewOrigin = `${appScheme}://preview`;
export const printingOrigin = `${appScheme}://printing`;

/** Scheme and host of a URL; '' for an invalid one. Node's `URL.origin` is 'null' for our own scheme. */
export function getOrigin(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
}

/** URL of electron-vite's development server; always null in a packaged app. */
function developmentServer(): string | null {
  const url = process.env.ELECTRON_RENDERER_URL;
  if (app.isPackaged || url === undefined) return null;
  return /^http:\/\/localhost(:\d+)?\/?$/.test(url) ? url : null;
}

const server = developmentServer();

/** The only origin that may load into our window and call main. */
export const windowOrigin = server === null ? bundleOrigin : getOrigin(server);

export const windowPageUrl = server ?? `${bundleOrigin}/index.html`;

/** Origin of the hidden page that reads untrusted files. */
export const importerOrigin = server === null ? `${appScheme}://importer` : getOrigin(server);

export const importerPageUrl = `${importerOrigin}/documents/index.html`;

/** Whether the page comes from a development server, which hot-reloads scripts and styles. */
export const isDevelopment = server !== null;
