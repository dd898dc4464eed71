import { app, type Session, session, type WebContents } from 'electron';
import { inDevelopment, originOf, ourOrigin, previews, scheme } from './origin';

/** Before the app is ready: whatever page there will ever be is locked in. */
export function lockEveryPage(): void {
  // Whatever asks no session: links that connect ahead, look-ups of names. No host is ever found.
  const noHost = inDevelopment ? 'MAP * ~NOTFOUND, EXCLUDE localhost' : 'MAP * ~NOTFOUND';
  app.commandLine.appendSwitch('host-resolver-rules', noHost);
  app.on('web-contents-created', (_event, contents) => lockPage(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}

/** A page stays where we put it: it goes nowhere, opens nothing, and holds no other page but a report's preview. */
function lockPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || originOf(event.url) !== previews) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // No policy of a page's and no session's filter sees the datagrams of WebRTC.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

interface Allowed {
  mayLoad(url: string): boolean;
  permissions: readonly string[];
}

/** Once the app is ready, for the window's session: nothing but our page, and no permission but to copy text. */
export function lockWindowSession(): Promise<void> {
  return lockSession(session.defaultSession, { mayLoad: isOurs, permissions: ['clipboard-sanitized-write'] });
}

/**
 * A locked session in memory for a hidden window, apart from every other: it loads what `serve` answers for one origin of our
 * scheme, and has no permission at all. To be made once a name.
 */
export async function hiddenSession(
  { name, origin }: { name: string; origin: string },
  serve: (request: Request) => Response | Promise<Response>,
): Promise<Session> {
  const made = session.fromPartition(name, { cache: false });
  made.protocol.handle(scheme, serve);
  const mayLoad = (url: string) => originOf(url) === origin || isOfDevelopment(url);
  await lockSession(made, { mayLoad, permissions: [] });
  return made;
}

/** No network, no downloads, no devices, and no permissions but those named. */
async function lockSession(locked: Session, { mayLoad, permissions }: Allowed): Promise<void> {
  // First of all: Chromium fetches the dictionaries of its languages, whether or not a page has its spelling checked.
  locked.setSpellCheckerLanguages([]);
  const isAllowed = (permission: string) => permissions.includes(permission);
  locked.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  locked.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  locked.setDevicePermissionHandler(() => false);
  locked.on('will-download', (event) => event.preventDefault());
  locked.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  // Without it Chromium may ask the network for a proxy before the first page is loaded.
  await locked.setProxy({ mode: 'direct' });
}

function isOurs(url: string): boolean {
  const origin = originOf(url);
  return origin === ourOrigin || origin === previews || isOfDevelopment(url);
}

/** The development server reloads through a web socket, and the developer tools are pages of their own. */
function isOfDevelopment(url: string): boolean {
  return (
    inDevelopment && (originOf(url) === ourOrigin.replace(/^http/, 'ws') || url.startsWith('devtools://'))
  );
}
