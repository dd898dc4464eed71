import { expect } from '@playwright/test';
import { test } from './fixtures';

/** Windows that have the bridge, but are not ours. */
const strangers = {
  'an empty page': 'about:blank',
  'a page made of data': 'data:text/html,<p>hello',
  'our own page in a window of its own': 'app://bundle/index.html',
};

for (const [what, url] of Object.entries(strangers))
  test(`main answers nobody but its own window: ${what} is refused`, async ({ stet, guard }) => {
    guard.allow(/^main's log: .*a call from .* was refused/, /^console error/, /^page error/);
    const answer = await stet.app.evaluate(async ({ BrowserWindow }, address) => {
      const [ours] = BrowserWindow.getAllWindows();
      const { preload } = ours?.webContents.getLastWebPreferences() ?? {};
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL(address);
      const found = await stranger.webContents.executeJavaScript(
        `window.stet.call('library.list', null).then((answer) => ({ url: location.href, answer }))`,
      );
      stranger.destroy();
      return found;
    }, url);
    expect(answer).toMatchObject({ url, answer: { ok: false, error: { code: 'refused' } } });
  });
