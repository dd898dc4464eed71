import { BrowserWindow, type WebPreferences } from 'electron';

const hidden = new Set<BrowserWindow>();

/** Creates a window that is never shown, for isolated work. The caller destroys it. */
export function createHiddenWindow(preferences: WebPreferences): BrowserWindow {
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

/** Destroys all hidden windows once our window is gone: they would keep the app from quitting. */
export function destroyHiddenWindows(): void {
  for (const window of hidden) window.destroy();
}
