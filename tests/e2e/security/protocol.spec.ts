import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

test('the app’s scheme serves the built page and no other file', { tag: '@core' }, async ({ stet }) => {
  const fetchStatuses = (urls: string[]) =>
    stet.app.evaluate(
      ({ net }, addresses) =>
        Promise.all(
          addresses.map((url) =>
            net.fetch(url).then(
              ({ status }) => status,
              () => 'refused',
            ),
          ),
        ),
      urls,
    );

  expect(await fetchStatuses(['app://bundle/', 'app://bundle/index.html'])).toEqual([200, 200]);

  const outside = [
    'app://bundle/package.json',
    'app://bundle/../../package.json',
    'app://bundle/..%2f..%2fpackage.json',
    'app://bundle/%2e%2e/%2e%2e/package.json',
    'app://bundle/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
    'app://bundle/..%5c..%5cpackage.json',
    'app://bundle/%252e%252e/package.json',
    'app://bundle//etc/passwd',
    'app://bundle/main/index.cjs',
    'app://bundle/assets/',
    'app://bundle/%ff',
  ];
  expect(await fetchStatuses(outside)).toEqual(outside.map(() => 404));

  const elsewhere = [
    'app://other/index.html',
    'app://bundle.example/index.html',
    'app://bundle/%00index.html',
  ];
  for (const status of await fetchStatuses(elsewhere)) expect(['refused', 404]).toContain(status);
});

test('every file is served with the strict policy and its own type', { tag: '@core' }, async ({ stet }) => {
  const headers = await stet.app.evaluate(async ({ net }) => {
    const response = await net.fetch('app://bundle/index.html');
    return Object.fromEntries(response.headers);
  });
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  });
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-|https?:|data:|\*/);
});
