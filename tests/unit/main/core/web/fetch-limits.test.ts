import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { fetchFrom, limits, serve } from './servers.ts';

test('an endless body and one that announces too many bytes are refused', async () => {
  const chunk = 'x'.repeat(10_000);
  const { port, waitForClose: quiet } = await serve(({ url }, response) => {
    if (url === '/says') response.writeHead(200, { 'Content-Length': limits.maxBytes + 1 }).flushHeaders();
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    if (url === '/endless') more();
  });
  for (const path of ['endless', 'says'])
    await expect(fetchFrom(`http://news.test:${port}/${path}`)).rejects.toThrow('larger than the 100 kB');
  await quiet();
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
])('a decompression bomb (%s) is not decompressed', async (coding, pack) => {
  const bomb = pack(Buffer.alloc(5_000_000));
  expect(bomb.length).toBeLessThan(limits.maxBytes);
  const { port } = await serve((_request, response) => {
    response.setHeader('Content-Encoding', coding).end(bomb);
  });
  await expect(fetchFrom(`http://news.test:${port}/`)).rejects.toThrow('larger than the 100 kB');
});

test('a page of exactly the largest size is read completely', async () => {
  const { port } = await serve((_request, response) => {
    response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(limits.maxBytes, 'x')));
  });
  expect((await fetchFrom(`http://news.test:${port}/`)).bytes).toHaveLength(limits.maxBytes);
});

test.each([
  ['before its headers', () => undefined],
  ['in its body', (response: { write(text: string): void }) => response.write('half')],
])('a server that hangs %s is given up after the idle timeout', async (_when, begin) => {
  const { port, waitForClose: quiet } = await serve((_request, response) => void begin(response));
  const hasty = { ...limits, idleMs: 200 };
  await expect(fetchFrom(`http://news.test:${port}/`, { limits: hasty })).rejects.toThrow(
    'The web server did not answer for 0.2 seconds. Nothing was changed.',
  );
  await quiet();
});

test('a look-up that hangs is given up, too', async () => {
  const resolve = () => new Promise<never>(() => undefined);
  const hasty = { ...limits, idleMs: 100 };
  await expect(fetchFrom('http://news.test/', { resolve, limits: hasty })).rejects.toThrow('did not answer');
});

test('a server that sends slowly is given up after the total timeout', async () => {
  const { port, waitForClose: quiet } = await serve((_request, response) => {
    const dripping = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(dripping));
  });
  const hasty = { ...limits, totalMs: 500, idleMs: 400 };
  await expect(fetchFrom(`http://news.test:${port}/`, { limits: hasty })).rejects.toThrow(
    'The page was not there after 0.5 seconds. Nothing was changed.',
  );
  await quiet();
});

test('cancelling in the middle rejects with the reason, and no connection stays open', async () => {
  const { port, waitForClose: quiet } = await serve((_request, response) => void response.write('half'));
  const task = new AbortController();
  const progress = () => task.abort(new Error('cancelled'));
  const fetching = fetchFrom(`http://news.test:${port}/`, { signal: task.signal, reportProgress: progress });
  await expect(fetching).rejects.toThrow('cancelled');
  await quiet();
});

test('cancelling before or during the look-up prevents every connection', async () => {
  const asked = vi.fn();
  const { port } = await serve(asked);
  const before = AbortSignal.abort(new Error('cancelled'));
  await expect(fetchFrom(`http://news.test:${port}/`, { signal: before })).rejects.toThrow('cancelled');
  const task = new AbortController();
  const resolve = async () => {
    task.abort(new Error('cancelled'));
    return [{ address: '127.0.0.1', family: 4 }];
  };
  await expect(fetchFrom(`http://news.test:${port}/`, { signal: task.signal, resolve })).rejects.toThrow(
    'cancelled',
  );
  await new Promise((soon) => setTimeout(soon, 100));
  expect(asked).not.toHaveBeenCalled();
});
