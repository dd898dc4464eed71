import { app, type Session, session, type WebContents } from 'electron';
import { inDevelopment, originOf, ourOrigin } from './origin';

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

/** A page stays where we put it: it goes nowhere, opens nothing, and holds no other page. */
function lockPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // No policy of a page's and no session's filter sees the datagrams of WebRTC.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Once the app is ready: no network, no downloads, no devices, no permissions but to copy text. */
export async function lockSession(): Promise<void> {
  const ours = session.defaultSession;
  // First of all: Chromium fetches the dictionaries of its languages, whether or not a page has its spelling checked.
  ours.setSpellCheckerLanguages([]);
  denyPermissions(ours);
  ours.on('will-download', (event) => event.preventDefault());
  ours.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
  // Without it Chromium may ask the network for a proxy before the first page is loaded.
  await ours.setProxy({ mode: 'direct' });
}

function denyPermissions(ours: Session): void {
  const isAllowed = (permission: string) => permission === 'clipboard-sanitized-write';
  ours.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  ours.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  ours.setDevicePermissionHandler(() => false);
}

function isOurs(url: string): boolean {
  const origin = originOf(url);
  if (origin === ourOrigin) return true;
  // The development server reloads through a web socket, and the developer tools are pages of their own.
  return inDevelopment && (origin === ourOrigin.replace(/^http/, 'ws') || url.startsWith('devtools://'));
}
