import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test as base } from '../fixtures.ts';
import { sha256, VaultFiles } from '../support/library/stored-files.ts';
import { type PublicServer, startPublicServer } from '../support/security/public-server.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';

const page = `<!doctype html><html lang="en-GB"><head><title>Ferry to stop | The Paper</title>
<meta property="og:title" content="Ferry to stop in May"><meta name="author" content="Ada Brinnekamp">
<meta property="article:published_time" content="2026-05-03T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport and other things</a></nav><article><h1>Ferry to stop in May</h1>
<p>The ferry carried 1.2 million people in 2019, the <a href="/office">harbour office</a> said. It was the last year before the bridge, and nobody in the town thought that it would ever end.</p>
<p>“It was never about the money,” she said, and many who stood on the quay that morning agreed with her, whatever the council had written in its report of 2018.</p>
<p>The last one leaves on 3 May, at ten in the evening, with room for 340 passengers and no cars. Tickets are sold at the quay only, the office said, and cost 4.20 euros.</p>
</article><footer>© The Paper</footer></body></html>`;

const test = base.extend<{ server: PublicServer }>({
  server: async ({ localServer }, use, info) => {
    const redirects: Record<string, string> = {
      '/inside': `${localServer.url}/secret`,
      '/cloud': 'http://169.254.169.254/latest/meta-data/',
      '/file': 'file:///etc/passwd',
    };
    const server = await startPublicServer(({ url = '/' }, response) => {
      const location = redirects[url];
      if (url === '/hangs') return;
      if (location !== undefined) response.writeHead(302, { Location: location }).end();
      else if (url === '/prom.txt')
        response
          .writeHead(200, { 'Content-Type': 'text/plain; charset=windows-1250' })
          .end(Buffer.from('Prom odp\xb3ywa\n\nPo raz ostatni.\n', 'latin1'));
      else response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': 'a=b' }).end(page);
    });
    info.skip(server === null, 'needs a network namespace (Linux, root and the command ip)');
    if (!server) return;
    await use(server);
    server.close();
  },
});

test('a web page is fetched after a question, imported, and stored unchanged', { tag: '@core' }, async ({
  stet,
  server,
  userData,
  answerDialogs,
}) => {
  await answerDialogs({ button: 0 });
  await stet.welcome.openWeb.click();
  await stet.web.open(`${server.url}/news/ferry.html`);
  const { preview, article } = stet;
  await expect(preview.title).toHaveValue('Ferry to stop in May');
  await expect(preview.byline).toHaveValue('Ada Brinnekamp');
  await expect(preview.link).toHaveValue(`${server.url}/news/ferry.html`);
  await expect(preview.published).toHaveValue('2026-05-03');
  await expect(preview.language).toHaveValue('en-GB');
  await preview.accept();
  await expect(article.main).toContainText(`fetched from ${server.host}`);
  await expect(article.text).not.toContainText('Sport');
  await expect(article.text.getByTitle(`${server.url}/office`)).toHaveText('harbour office');

  expect(JSON.stringify(await getShownDialogs(stet.app))).toContain(`Fetch a page from ${server.host}?`);
  expect(server.requests).toHaveLength(1);
  const { cookie, referer, authorization, origin } = server.requests[0]?.headers ?? {};
  expect({ cookie, referer, authorization, origin }).toEqual({});

  const hash = sha256(page);
  await article.details.click();
  await expect(stet.details.dialog).toContainText(`SHA-256 ${hash}`);
  await stet.press('Escape');
  expect(readFileSync(join(new VaultFiles(userData).folder, hash), 'utf8')).toBe(page);
  await stet.chooseMenuItem('File', 'Verify files');
  await expect(stet.notices.messages).toContainText('Files: 1 unchanged.');
});

test('nothing is fetched without the reviewer’s consent, and a fetch can be cancelled', async ({
  stet,
  server,
  answerDialogs,
}) => {
  await answerDialogs({ button: 1 });
  await stet.chooseMenuItem('File', 'Open from the web…');
  await stet.web.open(`${server.url}/a`);
  await expect.poll(() => getShownDialogs(stet.app)).toHaveLength(1);
  expect(server.requests).toHaveLength(0);

  await answerDialogs({ button: 0 });
  await stet.welcome.openWeb.click();
  await stet.web.open(`${server.url}/hangs`);
  await expect.poll(() => server.requests.length).toBe(1);
  const task = stet.page.getByRole('progressbar', { name: 'Fetching' });
  await expect(task).toBeVisible();
  await stet.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(task).toBeHidden();
  await expect(stet.notices.errors).toHaveCount(0);
});

test('no address leads to this machine or its network', async ({
  stet,
  server,
  localServer,
  answerDialogs,
}) => {
  await answerDialogs({ button: 0 });
  const errors = {
    [localServer.url]: 'is not on the public internet',
    'http://localhost/': 'is not on the public internet',
    'http://[::ffff:127.0.0.1]/': 'is not on the public internet',
    [`${server.url}/inside`]: 'is not on the public internet',
    [`${server.url}/cloud`]: 'is not on the public internet',
    [`${server.url}/file`]: 'does not begin with https:// or http://',
    'http://anna:secret@1.2.3.4/': 'holds a user name or a password',
  };
  for (const [address, words] of Object.entries(errors)) {
    await stet.welcome.openWeb.click();
    await stet.web.open(address);
    await expect(stet.notices.errors, address).toContainText(words);
    await expect(stet.notices.errors, address).toContainText('Nothing was changed');
    await stet.notices.close(words);
  }
  expect(localServer.received).toEqual([]);
});
