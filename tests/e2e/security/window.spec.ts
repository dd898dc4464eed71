import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

test('the window runs sandboxed and isolated, without Node and without web views', { tag: '@core' }, async ({
  stet,
}) => {
  const windows = await stet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron has the function, but its types do not.
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

test('the app’s page has no access to Node, Electron or web views', { tag: '@core' }, async ({ stet }) => {
  expect(stet.page.url()).toBe('app://bundle/index.html');
  const found = await stet.page.evaluate(() => ({
    globals: [
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
  expect(found).toEqual({
    globals: [],
    origin: 'app://bundle',
    secure: true,
    webview: '[object HTMLElement]',
  });
});

test('the bridge has two functions, can’t be changed, and does not exist in frames', {
  tag: '@core',
}, async ({ stet }) => {
  const bridge = await stet.page.evaluate(() => ({
    keys: Reflect.ownKeys(window.stet),
    kinds: Object.values(window.stet).map((value) => typeof value),
    frozen: Object.isFrozen(window.stet),
    descriptor: Object.getOwnPropertyDescriptor(window, 'stet'),
    isPlain: Object.getPrototypeOf(window.stet) === Object.prototype,
  }));
  expect(bridge).toMatchObject({
    keys: ['call', 'listen'],
    kinds: ['function', 'function'],
    frozen: true,
    descriptor: { writable: false, configurable: false },
    isPlain: true,
  });

  // A frame in the page does not get the bridge.
  const kind = await stet.page.evaluate(() => {
    const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
    return typeof contentWindow?.stet;
  });
  expect(kind).toBe('undefined');
});
