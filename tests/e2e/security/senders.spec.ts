import { expect } from '@playwright/test';
import { test } from '../fixtures';

/** Pages that have the bridge, but are not ours; each in a window of its own. */
const strangers = [
  { what: 'an empty page', url: 'about:blank', partition: '' },
  { what: 'our own page in a second window', url: 'app://bundle/index.html', partition: '' },
  // Our session loads no such page at all, so it takes another one.
  { what: 'a page made of data', url: 'data:text/html,hello', partition: 'another' },
];

test('main answers its own window alone; whoever else has the bridge is refused', async ({ stet, guard }) => {
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
        `window.stet.call('library.list', null).then((answer) => ({ url: location.href, answer }))`,
      );
      window.destroy();
      return found;
    }, stranger);
    const refused = { url: stranger.url, answer: { ok: false, error: { code: 'refused' } } };
    expect(answer, what).toMatchObject(refused);
  }
});
