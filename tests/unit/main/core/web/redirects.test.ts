import type { LookupFunction } from 'node:net';
import { expect, test, vi } from 'vitest';
import { isPublic } from '../../../../../main/core/web/public-address';
import { request } from '../../../../../main/core/web/request';
import { fetchFrom, serve } from './servers';

/** A server that sends on from its every path to what this gives, or shows the page. */
function sendsOn(to: (path: string) => string | null, status = 302) {
  return serve(({ url = '' }, response) => {
    const location = to(url);
    if (location === null) response.setHeader('Content-Type', 'text/html').end('<p>Here.');
    else response.writeHead(status, location === '' ? {} : { Location: location }).end();
  });
}

/** `/5` leads to `/4`, and so on down to `/0`, which is the page. */
const countdown = (path: string) => (path === '/0' ? null : `/${Number(path.slice(1)) - 1}`);

test.each([301, 302, 303, 307, 308])('follows a redirect with status %i', async (status) => {
  const { port, quiet } = await sendsOn(countdown, status);
  const { url } = await fetchFrom(`http://news.test:${port}/1`);
  expect(url).toBe(`http://news.test:${port}/0`);
  await quiet();
});

test('follows five of them and no sixth', async () => {
  const { port, quiet } = await sendsOn(countdown);
  expect((await fetchFrom(`http://news.test:${port}/5`)).name).toBe('0.html');
  await expect(fetchFrom(`http://news.test:${port}/6`)).rejects.toThrow('sends on more than 5 times');
  await quiet();
});

test('sees a circle', async () => {
  const { port } = await sendsOn((path) => (path === '/a' ? '/b' : '/a#again'));
  await expect(fetchFrom(`http://news.test:${port}/a`)).rejects.toThrow('sends round in a circle');
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
  const { port, quiet } = await sendsOn(() => location);
  const outcome = fetchFrom(`http://news.test:${port}/`, {
    // One public host stands for the internet; of all others the truth is asked.
    resolve: async (host) => [{ address: host === 'news.test' ? '127.0.0.1' : '192.168.0.1', family: 4 }],
    isPublic: publicOnce(),
  });
  await expect(outcome).rejects.toThrow(words);
  await expect(outcome).rejects.toThrow('Nothing was changed.');
  await quiet();
});

/** Takes the first address that it sees for a public one. */
function publicOnce() {
  let seen = false;
  return (address: string) => {
    if (seen) return isPublic(address);
    seen = true;
    return true;
  };
}

test('a name that is public and private at once is refused', async () => {
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

test('a name that changes its address after the check is looked up once a step, and connected to where it was checked', async () => {
  const inside = vi.fn();
  const outside = await sendsOn((path) => (path === '/' ? '/again' : null));
  await serve(inside, '127.0.0.2', outside.port);
  const answers = ['127.0.0.1', '127.0.0.2'];
  const resolve = vi.fn(async () => [{ address: answers.shift() ?? '127.0.0.2', family: 4 }]);
  // The first step gets its page from the first address; the second is checked anew.
  const outcome = fetchFrom(`http://news.test:${outside.port}/`, { resolve });
  await expect(outcome).rejects.toThrow('is not on the public internet');
  expect(resolve).toHaveBeenCalledTimes(2);
  expect(inside).not.toHaveBeenCalled();
});

test('the system is not asked a second time where a host is', async () => {
  // For the system, localhost is 127.0.0.1, where nobody listens on this port.
  const { port } = await serve((_request, response) => void response.end('<p>Here.'), '127.0.0.2');
  const resolve = async () => [{ address: '127.0.0.2', family: 4 }];
  const { url } = await fetchFrom(`http://localhost:${port}/`, { resolve, isPublic: () => true });
  expect(url).toBe(`http://localhost:${port}/`);
});

test('a connection that ends elsewhere than at a checked address is left before a word is said', async () => {
  const asked = vi.fn();
  const { port, quiet } = await serve(asked);
  const lookup: LookupFunction = (_name, { all }, answer) =>
    all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4);
  const host = { lookup, has: () => false };
  const { signal } = new AbortController();
  await expect(
    request(new URL(`http://news.test:${port}/`), {
      host,
      userAgent: 'Stet/1.0',
      authorities: undefined,
      signal,
    }),
  ).rejects.toThrow('is not on the public internet');
  await quiet();
  expect(asked).not.toHaveBeenCalled();
});
