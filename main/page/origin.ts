import { app } from 'electron';

export const scheme = 'app';
/** Where the built page lives. */
export const bundle = `${scheme}://bundle`;
/** Where reports are looked at before they are exported. */
export const previews = `${scheme}://preview`;
/** Where reports are printed from. */
export const printing = `${scheme}://printing`;

/** Scheme and host of an address. In main `new URL('app://…').origin` is 'null', so they are compared as written. */
export function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
}

/** The development server that electron-vite names; null in a packaged app, whatever the environment says. */
function developmentServer(): string | null {
  const url = process.env.ELECTRON_RENDERER_URL;
  if (app.isPackaged || url === undefined) return null;
  return /^http:\/\/localhost(:\d+)?\/?$/.test(url) ? url : null;
}

const server = developmentServer();

/** The one origin that may fill our window and call main. */
export const ourOrigin = server === null ? bundle : originOf(server);

export const ourPage = server ?? `${bundle}/index.html`;

/** The origin of the hidden page that reads untrusted files. */
export const importerOrigin = server === null ? `${scheme}://importer` : originOf(server);

export const importerPage = `${importerOrigin}/importer/index.html`;

/** Whether the page comes from a development server, with its own way of reloading scripts and styles. */
export const inDevelopment = server !== null;
