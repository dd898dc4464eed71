import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fetchFrom, listen, serveRaw } from './servers.ts';

/** A self-signed certificate for news.test, made by OpenSSL; null when OpenSSL is missing. */
function createSelfSigned(): { key: string; cert: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'stet-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=news.test', '-addext', 'subjectAltName=DNS:news.test'];
  const kind = ['-x509', '-nodes', '-days', '2', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  try {
    execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pair = createSelfSigned();
const authorities = pair?.cert ?? '';

const secureServer = (location?: string) =>
  listen(
    createServer({ ...pair }, (_request, response) => {
      if (location !== undefined) response.writeHead(302, { Location: location });
      response.end('<p>Here.');
    }),
  );

test.skipIf(!pair)('fetches over TLS, for the host’s name though it connects to an address', async () => {
  const { port, waitForClose: quiet } = await secureServer();
  const { url } = await fetchFrom(`https://news.test:${port}/`, { authorities });
  expect(url).toBe(`https://news.test:${port}/`);
  await quiet();
});

test.skipIf(!pair)(
  'refuses a certificate that nobody vouches for, whatever the environment says',
  async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    onTestFinished(() => {
      vi.unstubAllEnvs();
      warned.mockRestore();
    });
    const { port } = await secureServer();
    await expect(fetchFrom(`https://news.test:${port}/`)).rejects.toThrow(
      'no authority that Stet trusts has signed its certificate. Nothing was changed.',
    );
  },
);

test.skipIf(!pair)('refuses a certificate for another name', async () => {
  const { port } = await secureServer();
  await expect(fetchFrom(`https://other.test:${port}/`, { authorities })).rejects.toThrow(
    'its certificate is for another name',
  );
});

test.skipIf(!pair)('does not go back from https to http', async () => {
  const { port, waitForClose: quiet } = await secureServer('http://news.test/');
  await expect(fetchFrom(`https://news.test:${port}/`, { authorities })).rejects.toThrow(
    'is no longer secure',
  );
  await quiet();
});

test('a server that does not speak TLS is reported', async () => {
  const { port } = await serveRaw('HTTP/1.1 200 OK\r\n\r\n');
  await expect(fetchFrom(`https://news.test:${port}/`)).rejects.toThrow('There is no secure connection to');
});
