import { expect } from '@playwright/test';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { test } from '../fixtures.ts';
import type { Stet } from '../support/electron/stet.ts';
import { callMain, importPaste } from '../support/page/call-main.ts';

/** Creates an article and a preview of its report, and returns the preview's address. */
async function createPreview(stet: Stet, title: string): Promise<string> {
  const articleId = await importPaste(stet.page, `${title}\n\nIt closed in 1974.`);
  const preview = await callMain(stet.page, 'report.preview', {
    taskId: 'preview',
    articleId,
    choices: defaultReportChoices,
  });
  return preview && 'url' in preview.shown ? preview.shown.url : '';
}

/** Shows an address in a sandboxed frame of the page. */
function showInFrame(stet: Stet, src: string): Promise<void> {
  return stet.page.evaluate((url) => {
    const { body } = document;
    const frame = body.appendChild(Object.assign(document.createElement('iframe'), { title: 'Preview' }));
    frame.setAttribute('sandbox', '');
    frame.src = url;
  }, src);
}

test('a preview is shown in a frame with the strictest policy', { tag: '@core' }, async ({ stet }) => {
  const url = await createPreview(stet, 'The mill');
  expect(url).toMatch(/^app:\/\/preview\/\d+$/);
  await showInFrame(stet, url);
  await expect(stet.page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('The mill');

  const headers = await stet.app.evaluate(
    async ({ net }, address) => Object.fromEntries((await net.fetch(address)).headers),
    url,
  );
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  expect((headers['content-security-policy'] ?? '').split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    'sandbox',
    'frame-ancestors app://bundle',
  ]);
});

test('only the newest preview is served, and no other address', { tag: '@core' }, async ({ stet }) => {
  const first = await createPreview(stet, 'The mill');
  const second = await createPreview(stet, 'The ferry');
  const statuses = await stet.app.evaluate(
    ({ net }, urls) => Promise.all(urls.map(async (url) => (await net.fetch(url)).status)),
    [first, second, 'app://preview/', `${second}/index.html`, 'app://preview/index.html'],
  );
  expect(statuses).toEqual([404, 200, 404, 404, 404]);
});

test('the frame can’t navigate to another address', { tag: '@core' }, async ({ stet, guard }) => {
  guard.allow(/^console error: Refused to frame/, /^request: https:\/\/example\.org\//);
  const url = await createPreview(stet, 'The mill');
  for (const address of ['https://example.org/', 'app://bundle/index.html', 'data:text/html,hello']) {
    await showInFrame(stet, url);
    // Until the preview has loaded, another address would only replace it.
    await expect(stet.page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('The mill');
    const refusal = stet.page.waitForEvent('console', (message) =>
      message.text().includes('Refused to frame'),
    );
    await stet.page.evaluate((src) => {
      for (const frame of document.querySelectorAll('iframe')) frame.src = src;
    }, address);
    expect((await refusal).text()).toContain('frame-src app://preview');
    await stet.page.evaluate(() => document.querySelector('iframe')?.remove());
  }
});
