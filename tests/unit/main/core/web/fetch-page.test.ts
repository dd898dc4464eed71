import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { StetError } from '#main/base/stet-error.ts';
import { fetchPage } from '#main/core/web/fetch-page.ts';
import { fetchFrom, serve, serveRaw } from './servers.ts';

const page = '<!doctype html><title>Ünïcode</title><p>The story.';

test('returns the page’s bytes, its final address and its type', async () => {
  const { port, waitForClose: quiet } = await serve((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
  });
  const progress = vi.fn();
  const fetched = await fetchFrom(`http://news.test:${port}/2024/story#part`, { reportProgress: progress });
  expect(fetched).toEqual({
    url: `http://news.test:${port}/2024/story`,
    name: 'story.html',
    type: 'text/html',
    charset: 'utf-8',
    bytes: new Uint8Array(Buffer.from(page)),
  });
  expect(progress).toHaveBeenLastCalledWith(Buffer.byteLength(page), Buffer.byteLength(page));
  await quiet();
});

test('sends nothing that identifies the reviewer, and no cookies after a redirect', async () => {
  const asked: IncomingHttpHeaders[] = [];
  const { port } = await serve(({ url, headers }, response) => {
    asked.push(headers);
    response.setHeader('Set-Cookie', 'known=1').setHeader('Content-Type', 'text/plain');
    if (url === '/') response.writeHead(302, { Location: '/there' });
    response.end('here');
  });
  await fetchFrom(`http://news.test:${port}/`);
  expect(asked).toHaveLength(2);
  for (const headers of asked)
    expect(headers).toEqual({
      host: `news.test:${port}`,
      'user-agent': 'Stet/1.0',
      accept: expect.stringContaining('text/html'),
      'accept-encoding': 'gzip, deflate, br',
      connection: 'close',
    });
});

test('uses no proxy that the environment names', async () => {
  const proxy = vi.fn();
  onTestFinished(() => void vi.unstubAllEnvs());
  const { port: proxyPort } = await serve(proxy);
  for (const name of ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'NODE_USE_ENV_PROXY'])
    vi.stubEnv(name, name.startsWith('NODE') ? '1' : `http://127.0.0.1:${proxyPort}`);
  const { port } = await serve((_request, response) => void response.end(page));
  expect((await fetchFrom(`http://news.test:${port}/`)).type).toBeNull();
  expect(proxy).not.toHaveBeenCalled();
});

test.each([
  ['gzip', gzipSync],
  ['GZIP', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['identity', (text: string) => text],
])('decompresses %s', async (coding, pack) => {
  const { port } = await serve((_request, response) => {
    response.setHeader('Content-Encoding', coding).end(pack(page));
  });
  const { bytes } = await fetchFrom(`http://news.test:${port}/`);
  expect(Buffer.from(bytes).toString()).toBe(page);
});

test.each([
  [200, 'There is nothing at this address'],
  [204, 'There is nothing at this address'],
  [206, 'did not give the page (206)'],
  [300, 'did not give the page (300)'],
  [304, 'did not give the page (304)'],
  [400, 'did not give the page (400)'],
  [401, 'The page needs a login'],
  [403, 'The page needs a login'],
  [404, 'There is no page at this address'],
  [410, 'There is no page at this address'],
  [429, 'was asked too often'],
  [451, 'for legal reasons'],
  [500, 'has trouble (500)'],
  [503, 'has trouble (503)'],
])('status %i without a body is described in words', async (status, words) => {
  const { port, waitForClose: quiet } = await serve(
    (_request, response) => void response.writeHead(status).end(),
  );
  const fetching = fetchFrom(`http://news.test:${port}/`);
  await expect(fetching).rejects.toBeInstanceOf(StetError);
  await expect(fetching).rejects.toThrow(words);
  await expect(fetching).rejects.toThrow('Nothing was changed.');
  await quiet();
});

test('a picture is refused before it is read', async () => {
  const { port, waitForClose: quiet } = await serve((_request, response) => {
    response.setHeader('Content-Type', 'image/png').write('never ends');
  });
  await expect(fetchFrom(`http://news.test:${port}/`)).rejects.toThrow(
    'At this address is a picture, not a page',
  );
  await quiet();
});

test.each([
  ['what is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'does not answer as a web server does'],
  [
    'headers without end',
    `HTTP/1.1 200 OK\r\n${'X: yyyyyyyyyyyyyyyy\r\n'.repeat(20_000)}`,
    'does not answer as a web server',
  ],
  ['an unknown compression', 'HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nx', 'compressed in a way'],
  [
    'a packing in a packing',
    'HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\nx',
    'compressed in a way that Stet does not support',
  ],
  [
    'damaged gzip',
    'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope',
    'The page arrived damaged',
  ],
  [
    'damaged Brotli',
    'HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nnope',
    'The page arrived damaged',
  ],
  [
    'gzip that was cut off',
    `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n\x1f\x03\x03\x03\x03\x03\x03\x03\x03\x03`,
    'The page arrived damaged',
  ],
  [
    'a change of protocol',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    'closed',
  ],
])('a server that sends %s', async (_what, sent, words) => {
  const { port, waitForClose: quiet } = await serveRaw(sent);
  const fetching = fetchFrom(`http://news.test:${port}/`);
  await expect(fetching).rejects.toBeInstanceOf(StetError);
  await expect(fetching).rejects.toThrow(words);
  await quiet();
});

test('a connection that closes in the middle is an error', async () => {
  const { port } = await serve((_request, response) => {
    response.writeHead(200, { 'Content-Length': 1_000 }).write('half');
    setTimeout(() => response.destroy(), 50);
  });
  await expect(fetchFrom(`http://news.test:${port}/`)).rejects.toThrow('closed the connection');
});

test('a closed port and an unknown host are reported', async () => {
  const { port } = await serve(() => undefined, '127.0.0.2');
  await expect(fetchFrom(`http://news.test:${port}/`)).rejects.toThrow(
    `news.test:${port} refuses the connection`,
  );
  const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  await expect(fetchFrom('http://news.test/', { resolve })).rejects.toThrow('news.test was not found');
});

test('by default, an address of this computer is refused', async () => {
  const asked = vi.fn();
  const { port } = await serve(asked);
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'])
    await expect(
      fetchPage(`http://${host}:${port}/`, {
        userAgent: 'Stet/1.0',
        signal: new AbortController().signal,
        reportProgress: () => undefined,
      }),
    ).rejects.toThrow('is not on the public internet');
  expect(asked).not.toHaveBeenCalled();
});
