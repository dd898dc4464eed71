import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

/** Pages that have the bridge, but are not the app's main window. Each is shown in a separate window. */
const strangers = [
  { what: 'an empty page', url: 'about:blank', partition: '' },
  { what: 'our own page in a second window', url: 'app://bundle/index.html', partition: '' },
  // The app's session can't load such a page, so it uses another session.
  { what: 'a page made of data', url: 'data:text/html,hello', partition: 'another' },
];

test('main answers only its own window, and refuses any other page with the bridge', {
  tag: '@core',
}, async ({ stet, guard }) => {
  guard.allow(/^main's log: .*a call from .* was refused/);
  for (const { what, ...stranger } of strangers) {
    const answer = await stet.app.evaluate(async ({ app, BrowserWindow }, { url, partition }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, ...(partition ? { partition } : {}) },
      });
      await window.loadURL(url);
      const found = await window.webContents.executeJavaScript(
        `window.stet.call('library.list', null).then((answer) => ({ url: location.href, answer: JSON.parse(answer) }))`,
      );
      window.destroy();
      return found;
    }, stranger);
    const refused = { url: stranger.url, answer: { ok: false, error: { code: 'refused' } } };
    expect(answer, what).toMatchObject(refused);
  }
});
