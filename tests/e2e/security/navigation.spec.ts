import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { watchNavigation } from '../support/electron/guard.ts';
import type { Stet } from '../support/electron/stet.ts';
import { installPolicyProbe, policyErrorPattern } from '../support/security/policy-probe.ts';

const countPages = (stet: Stet) =>
  stet.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

let pagesBefore = 0;

test.beforeEach(async ({ stet, guard }) => {
  pagesBefore = await countPages(stet);
  guard.allow(policyErrorPattern, /^console error: Not allowed to/, /^request: https:\/\/example\.org\//);
  await stet.page.evaluate(() => {
    globalThis.pwned = 'the same page';
  });
});

test.afterEach(async ({ stet }) => {
  expect(stet.page.url()).toMatch(/^app:\/\/bundle\/index\.html(#here)?$/);
  expect(await stet.page.evaluate(() => globalThis.pwned)).toBe('the same page');
  expect(await countPages(stet)).toBe(pagesBefore);
  // The page can still call main.
  expect(await stet.page.evaluate(() => window.stet.call('app.about', null))).toContain('"ok":true');
});

test('the page can’t navigate to any other address', { tag: '@core' }, async ({ stet }) => {
  const attempts = await watchNavigation(stet.app);
  const addresses = [
    'https://example.org/',
    'http://example.org/',
    'app://other/index.html',
    'app://bundle/other.html',
    'mailto:someone@example.org',
    'unknown-program:run',
  ];
  for (const address of addresses) {
    await stet.page.evaluate((href) => {
      setTimeout(() => Object.assign(location, { href }));
    }, address);
    await expect.poll(attempts).toContainEqual({ url: address, prevented: true });
  }
});

test('the page can’t navigate to a file or to data, which Chromium itself refuses', { tag: '@core' }, async ({
  stet,
}) => {
  const attempts = await watchNavigation(stet.app);
  for (const href of ['file:///etc/passwd', 'data:text/html,hello']) {
    const refusal = stet.page.waitForEvent('console', (message) =>
      message.text().startsWith('Not allowed to'),
    );
    await stet.page.evaluate((address) => {
      setTimeout(() => Object.assign(location, { href: address }));
    }, href);
    expect((await refusal).text()).toContain(href.slice(0, 8));
  }
  expect(await attempts()).toEqual([]);
});

test('the page can’t navigate by a link, a refresh or a form', { tag: '@core' }, async ({ stet }) => {
  const attempts = await watchNavigation(stet.app);
  await stet.page.evaluate(() => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = 'https://example.org/by-link';
    link.click();
  });
  await expect.poll(attempts).toContainEqual({ url: 'https://example.org/by-link', prevented: true });

  await stet.page.evaluate(() => {
    const parts = { httpEquiv: 'refresh', content: '0; url=https://example.org/by-refresh' };
    document.head.append(Object.assign(document.createElement('meta'), parts));
  });
  await expect.poll(attempts).toContainEqual({ url: 'https://example.org/by-refresh', prevented: true });

  await installPolicyProbe(stet.page);
  const directives = await stet.page.evaluate(() =>
    findBlockingDirectives({
      form: () => {
        const form = document.body.appendChild(document.createElement('form'));
        form.action = 'https://example.org/by-form';
        form.submit();
      },
    }),
  );
  expect(directives).toEqual({ form: 'form-action' });
});

test('neither a script nor a link can open another window', { tag: '@core' }, async ({ stet }) => {
  const opened = await stet.page.evaluate(() =>
    ['https://example.org/', 'app://bundle/index.html', 'about:blank', ''].map((url) => window.open(url)),
  );
  expect(opened).toEqual([null, null, null, null]);

  await stet.page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'afterbegin',
      '<a href="https://example.org/" target="_blank" rel="opener">Away</a>',
    );
  });
  const away = stet.page.getByRole('link', { name: 'Away' });
  await away.click();
  await away.click({ button: 'middle' });
  await away.click({ modifiers: ['Shift'] });
});

test('the page can’t contain another page', { tag: '@core' }, async ({ stet }) => {
  await installPolicyProbe(stet.page);
  const directives = await stet.page.evaluate(() => {
    const frame = (properties: Partial<HTMLIFrameElement>) => () =>
      document.body.append(Object.assign(document.createElement('iframe'), properties));
    return findBlockingDirectives({
      'a web page': frame({ src: 'https://example.org/' }),
      'our own page': frame({ src: 'app://bundle/index.html' }),
      'a page made of data': frame({ src: 'data:text/html,hello' }),
      'a page made in the page': frame({
        src: URL.createObjectURL(new Blob(['hello'], { type: 'text/html' })),
      }),
    });
  });
  expect(directives).toEqual({
    'a web page': 'frame-src',
    'our own page': 'frame-src',
    'a page made of data': 'frame-src',
    'a page made in the page': 'frame-src',
  });
  await stet.page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<webview src="https://example.org/"></webview>');
  });
});
