import { expect } from '@playwright/test';
import { test } from '../fixtures';

test('the window runs sandboxed and isolated, without Node and without web views', async ({ stet }) => {
  const windows = await stet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron has it, but not in its types.
      const read: unknown = Reflect.get(webContents, 'getLastWebPreferences');
      return typeof read === 'function' ? Reflect.apply(read, webContents, []) : null;
    }),
  );
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
});

test('the page is our own and finds no Node, no Electron, and no web view in it', async ({ stet }) => {
  expect(stet.page.url()).toBe('app://bundle/index.html');
  const found = await stet.page.evaluate(() => ({
    reach: [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in globalThis),
    origin: globalThis.origin,
    secure: globalThis.isSecureContext,
    webview: Object.prototype.toString.call(document.createElement('webview')),
  }));
  expect(found).toEqual({ reach: [], origin: 'app://bundle', secure: true, webview: '[object HTMLElement]' });
});

test('the bridge has two functions, can’t be changed, and is in no frame', async ({ stet }) => {
  const bridge = await stet.page.evaluate(() => ({
    keys: Reflect.ownKeys(window.stet),
    kinds: Object.values(window.stet).map((value) => typeof value),
    frozen: Object.isFrozen(window.stet),
    place: Object.getOwnPropertyDescriptor(window, 'stet'),
    inherited: Object.getPrototypeOf(window.stet) === Object.prototype,
  }));
  expect(bridge).toMatchObject({
    keys: ['call', 'listen'],
    kinds: ['function', 'function'],
    frozen: true,
    place: { writable: false, configurable: false },
    inherited: true,
  });

  // And it stays in the page itself.
  const kind = await stet.page.evaluate(() => {
    const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
    return typeof contentWindow?.stet;
  });
  expect(kind).toBe('undefined');
});
