import type { LookupFunction } from 'node:net';
import { expect, test, vi } from 'vitest';
import { sendRequest } from '#main/core/web/fetch-page.ts';
import { isPublicAddress } from '#main/core/web/public-host.ts';
import { fetchFrom, serve } from './servers.ts';

/** Serves redirects: from each path to the result of `to`, or the page when that is null. */
function serveRedirects(to: (path: string) => string | null, status = 302) {
  return serve(({ url = '' }, response) => {
    const location = to(url);
    if (location === null) response.setHeader('Content-Type', 'text/html').end('<p>Here.');
    else response.writeHead(status, location === '' ? {} : { Location: location }).end();
  });
}

/** `/5` leads to `/4`, and so on down to `/0`, which is the page. */
const countdown = (path: string) => (path === '/0' ? null : `/${Number(path.slice(1)) - 1}`);

test.each([301, 302, 303, 307, 308])('follows a redirect with status %i', async (status) => {
  const { port, waitForClose: quiet } = await serveRedirects(countdown, status);
  const { url } = await fetchFrom(`http://news.test:${port}/1`);
  expect(url).toBe(`http://news.test:${port}/0`);
  await quiet();
});

test('follows five redirects and no sixth', async () => {
  const { port, waitForClose: quiet } = await serveRedirects(countdown);
  expect((await fetchFrom(`http://news.test:${port}/5`)).name).toBe('0.html');
  await expect(fetchFrom(`http://news.test:${port}/6`)).rejects.toThrow('redirects more than 5 times');
  await quiet();
});

test('detects a redirect loop', async () => {
  const { port } = await serveRedirects((path) => (path === '/a' ? '/b' : '/a#again'));
  await expect(fetchFrom(`http://news.test:${port}/a`)).rejects.toThrow('redirects in a loop');
});

test.each([
  ['http://127.0.0.1/', '127.0.0.1 is not on the public internet'],
  ['http://169.254.169.254/latest/meta-data/', '169.254.169.254 is not on the public internet'],
  ['http://[::1]/', '[::1] is not on the public internet'],
  ['http://2130706433/', '127.0.0.1 is not on the public internet'],
  ['http://[::ffff:10.0.0.1]/', 'is not on the public internet'],
  ['http://inside.test/', 'inside.test is not on the public internet'],
  ['file:///etc/passwd', 'does not begin with https:// or http://'],
  ['javascript:alert(1)', 'does not begin with https:// or http://'],
  ['http://anna:secret@news.test/', 'holds a user name or a password'],
  ['http://news.test:25/', 'names port 25'],
  ['http://', 'is not one that a browser can open'],
  ['', 'it does not name'],
])('a redirect to %j is refused', async (location, words) => {
  const { port, waitForClose: quiet } = await serveRedirects(() => location);
  const fetching = fetchFrom(`http://news.test:${port}/`, {
    // One host counts as public; all other addresses are checked as usual.
    resolve: async (host) => [{ address: host === 'news.test' ? '127.0.0.1' : '192.168.0.1', family: 4 }],
    isPublic: acceptFirstAddress(),
  });
  await expect(fetching).rejects.toThrow(words);
  await expect(fetching).rejects.toThrow('Nothing was changed.');
  await quiet();
});

/** Accepts the first address that it is asked about as public, and no other. */
function acceptFirstAddress() {
  let seen = false;
  return (address: string) => {
    if (seen) return isPublicAddress(address);
    seen = true;
    return true;
  };
}

test('a host with both public and private addresses is refused', async () => {
  const asked = vi.fn();
  const { port } = await serve(asked);
  for (const addresses of [
    ['127.0.0.1', '127.0.0.2'],
    ['127.0.0.2', '127.0.0.1'],
    ['127.0.0.1', '::1'],
    [],
  ]) {
    const resolve = async () => addresses.map((address) => ({ address, family: address === '::1' ? 6 : 4 }));
    await expect(fetchFrom(`http://news.test:${port}/`, { resolve })).rejects.toThrow(
      'is not on the public internet',
    );
  }
  expect(asked).not.toHaveBeenCalled();
});

test('a host is looked up once for each request, and only the checked address is connected to', async () => {
  const inside = vi.fn();
  const outside = await serveRedirects((path) => (path === '/' ? '/again' : null));
  await serve(inside, '127.0.0.2', outside.port);
  const answers = ['127.0.0.1', '127.0.0.2'];
  const resolve = vi.fn(async () => [{ address: answers.shift() ?? '127.0.0.2', family: 4 }]);
  // The first request goes to the first address; for the second the address is checked anew.
  const fetching = fetchFrom(`http://news.test:${outside.port}/`, { resolve });
  await expect(fetching).rejects.toThrow('is not on the public internet');
  expect(resolve).toHaveBeenCalledTimes(2);
  expect(inside).not.toHaveBeenCalled();
});

test('the system does not look up a host a second time', async () => {
  // The system resolves localhost to 127.0.0.1, where this port is closed.
  const { port } = await serve((_request, response) => void response.end('<p>Here.'), '127.0.0.2');
  const resolve = async () => [{ address: '127.0.0.2', family: 4 }];
  const { url } = await fetchFrom(`http://localhost:${port}/`, { resolve, isPublic: () => true });
  expect(url).toBe(`http://localhost:${port}/`);
});

test('a connection to an address that was not checked is closed before anything is sent', async () => {
  const asked = vi.fn();
  const { port, waitForClose: quiet } = await serve(asked);
  const lookup: LookupFunction = (_name, { all }, answer) =>
    all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4);
  const host = { lookup, has: () => false };
  const { signal } = new AbortController();
  await expect(
    sendRequest(new URL(`http://news.test:${port}/`), {
      host,
      userAgent: 'Stet/1.0',
      authorities: undefined,
      signal,
    }),
  ).rejects.toThrow('is not on the public internet');
  await quiet();
  expect(asked).not.toHaveBeenCalled();
});
