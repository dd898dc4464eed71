import { expect } from '@playwright/test';
import { defaultReportChoices } from '../../../shared/domain/report-options';
import { generateArticle } from '../../bench/support/generate-article';
import { test } from '../fixtures';
import type { Stet } from '../support/electron/stet';
import { callMain } from '../support/page/call-main';

/** Asks for a preview of a new article's report; its address. */
async function previewOf(stet: Stet, title: string): Promise<string> {
  const { articleId } = await callMain(stet.page, 'article.create', { ...generateArticle(200, 4), title });
  const made = await callMain(stet.page, 'report.preview', {
    taskId: 'preview',
    articleId,
    choices: defaultReportChoices,
  });
  return made && 'url' in made.shown ? made.shown.url : '';
}

/** Shows an address in a frame of the page that may do nothing. */
function frame(stet: Stet, src: string): Promise<void> {
  return stet.page.evaluate((url) => {
    const { body } = document;
    const shown = body.appendChild(Object.assign(document.createElement('iframe'), { title: 'Preview' }));
    shown.setAttribute('sandbox', '');
    shown.src = url;
  }, src);
}

test('a preview is shown in a frame, under the strictest policy', async ({ stet }) => {
  const url = await previewOf(stet, 'The mill');
  expect(url).toMatch(/^app:\/\/preview\/\d+$/);
  await frame(stet, url);
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

test('there is one preview at a time, and nothing beside it', async ({ stet }) => {
  const first = await previewOf(stet, 'The mill');
  const second = await previewOf(stet, 'The ferry');
  const statuses = await stet.app.evaluate(
    ({ net }, urls) => Promise.all(urls.map(async (url) => (await net.fetch(url)).status)),
    [first, second, 'app://preview/', `${second}/index.html`, 'app://preview/index.html'],
  );
  expect(statuses).toEqual([404, 200, 404, 404, 404]);
});

test('the frame can’t be led elsewhere', async ({ stet, guard }) => {
  guard.allow(/^console error: Refused to frame/, /^request: https:\/\/example\.org\//);
  const url = await previewOf(stet, 'The mill');
  for (const address of ['https://example.org/', 'app://bundle/index.html', 'data:text/html,hello']) {
    await frame(stet, url);
    // Before it is there, the other address would only take its place in the queue.
    await expect(stet.page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('The mill');
    const refusal = stet.page.waitForEvent('console', (message) =>
      message.text().includes('Refused to frame'),
    );
    await stet.page.evaluate((src) => {
      for (const shown of document.querySelectorAll('iframe')) shown.src = src;
    }, address);
    expect((await refusal).text()).toContain('frame-src app://preview');
    await stet.page.evaluate(() => document.querySelector('iframe')?.remove());
  }
});
