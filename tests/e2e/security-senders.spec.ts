import { expect } from '@playwright/test';
import { test } from './fixtures';

/** Pages that have the bridge, but are not ours; each in a window of its own. */
const strangers = [
  { what: 'an empty page', url: 'about:blank' },
  { what: 'our own page in a second window', url: 'app://bundle/index.html' },
  // Our session loads no such page at all, so it takes another one.
  { what: 'a page made of data', url: 'data:text/html,hello', partition: 'another' },
];

for (const { what, ...stranger } of strangers)
  test(`main answers its own window alone: ${what} is refused`, async ({ stet, guard }) => {
    guard.allow(/^main's log: .*a call from .* was refused/);
    const answer = await stet.app.evaluate(
      async ({ app, BrowserWindow }, { url, partition }) => {
        const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
        const webPreferences = { preload, sandbox: true, ...(partition ? { partition } : {}) };
        const window = new BrowserWindow({ show: false, webPreferences });
        await window.loadURL(url);
        const found = await window.webContents.executeJavaScript(
          `window.stet.call('library.list', null).then((answer) => ({ url: location.href, answer }))`,
        );
        window.destroy();
        return found;
      },
      { partition: undefined, ...stranger },
    );
    expect(answer).toMatchObject({ url: stranger.url, answer: { ok: false, error: { code: 'refused' } } });
  });
