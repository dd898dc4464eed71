import { BrowserWindow, type WebPreferences } from 'electron';

const hidden = new Set<BrowserWindow>();

/** A window that is never shown, for work that is kept apart. Whoever made it destroys it. */
export function hiddenWindow(preferences: WebPreferences): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    focusable: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      disableDialogs: true,
      backgroundThrottling: false,
      ...preferences,
    },
  });
  hidden.add(window);
  window.once('closed', () => hidden.delete(window));
  return window;
}

/** When our window is gone nobody waits for them any more, and they would keep the app from quitting. */
export function destroyHiddenWindows(): void {
  for (const window of hidden) window.destroy();
}
