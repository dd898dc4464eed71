import { app, type Session, session, type WebContents } from 'electron';
import { getOrigin, isDevelopment, previewOrigin, windowOrigin } from '../base/origin.ts';
import { type Serve, serveScheme } from './served.ts';

/** Restricts every page of the app, now and later. Must run before the app is ready. */
export function restrictAllPages(): void {
  // Preconnects and DNS prefetches bypass sessions, so no host name resolves at all.
  const noHost = isDevelopment ? 'MAP * ~NOTFOUND, EXCLUDE localhost' : 'MAP * ~NOTFOUND';
  app.commandLine.appendSwitch('host-resolver-rules', noHost);
  app.on('web-contents-created', (_event, contents) => restrictPage(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}

/** A page can't navigate, open windows, or embed any page but a report preview. */
function restrictPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || getOrigin(event.url) !== previewOrigin) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Neither a content security policy nor a session's filter sees WebRTC's datagrams.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

interface SessionPolicy {
  mayLoad(url: string): boolean;
  permissions: readonly string[];
}

/** Limits the window's session to our page, with the one permission to copy text. Must run after the app is ready. */
export function restrictWindowSession(): Promise<void> {
  return restrictSession(session.defaultSession, {
    mayLoad: isWindowUrl,
    permissions: ['clipboard-sanitized-write'],
  });
}

/**
 * Creates an in-memory session for a hidden window: it loads what `serve` returns for one origin of our scheme, and has no
 * permissions. Call it once per name.
 */
export async function createHiddenSession(
  { name, origin }: { name: string; origin: string },
  serve: Serve,
): Promise<Session> {
  const hidden = session.fromPartition(name, { cache: false });
  serveScheme(hidden.protocol, serve);
  const mayLoad = (url: string) => getOrigin(url) === origin || isDevelopmentUrl(url);
  await restrictSession(hidden, { mayLoad, permissions: [] });
  return hidden;
}

/** Denies network, downloads, devices, and all permissions except those listed. */
async function restrictSession(target: Session, { mayLoad, permissions }: SessionPolicy): Promise<void> {
  // First, because Chromium fetches spelling dictionaries even when spell checking is off.
  target.setSpellCheckerLanguages([]);
  const isAllowed = (permission: string) => permissions.includes(permission);
  target.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  target.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  // Otherwise Chromium may look for a proxy on the network before the first page loads.
  await target.setProxy({ mode: 'direct' });
}

function isWindowUrl(url: string): boolean {
  const origin = getOrigin(url);
  return origin === windowOrigin || origin === previewOrigin || isDevelopmentUrl(url);
}

/** The development server reloads through a web socket, and the developer tools are separate pages. */
function isDevelopmentUrl(url: string): boolean {
  return (
    isDevelopment && (getOrigin(url) === windowOrigin.replace(/^http/, 'ws') || url.startsWith('devtools://'))
  );
}
