import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import { askedDialogs } from '../support/system/dialogs';
import { ArticleFiles } from '../support/library/article-files';

test.use({ reviewer: 'Ada', article: ferryText });

declare global {
  var stetOpened: string[] | undefined;
}

test.beforeEach(async ({ stet }) => {
  // The browser is not to be started in earnest.
  await stet.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    globalThis.stetOpened = opened;
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  await stet.article.select('1.2 million people');
  await stet.press('c');
});

/** Addresses, what the box says of them, and what the browser then gets. */
const links = [
  { url: 'https://harbour.example:8443/', host: 'harbour.example:8443' },
  // Who only reads the beginning takes it for the bank's.
  { url: 'https://bank.example@evil.example/login', host: 'evil.example' },
  { url: 'https://bank.example.evil.example/', host: 'bank.example.evil.example' },
  // A Cyrillic a.
  {
    url: 'https://аpple.example/',
    host: 'аpple.example (xn--pple-43d.example)',
    opens: 'https://xn--pple-43d.example/',
  },
  { url: 'doi:10.1000/182', host: 'doi.org', opens: 'https://doi.org/10.1000/182' },
  { url: 'mailto:edda@harbour.example', host: 'edda@harbour.example' },
];

test('an outside link is opened only after its host was shown and agreed to', async ({
  stet,
  answerDialogs,
}) => {
  const opened = () => stet.app.evaluate(() => globalThis.stetOpened);
  await stet.card.addSource.click();
  await stet.sourceForm.title.fill('Harbour statistics 2019');
  await stet.sourceForm.url.fill('https://harbour.example/2019.csv');
  await stet.sourceForm.attach.click();
  const openLink = stet.card.evidence.getByRole('button', { name: 'Open link' });

  await answerDialogs({ box: 1 });
  await openLink.click();
  await expect
    .poll(() => askedDialogs(stet.app))
    .toEqual([
      expect.objectContaining({
        message: 'Open harbour.example?',
        detail: expect.stringContaining('https://harbour.example/2019.csv'),
        buttons: ['Open', 'Cancel'],
        cancelId: 1,
      }),
    ]);
  expect(await opened()).toEqual([]);

  await answerDialogs({ box: 0 });
  await openLink.click();
  await expect.poll(opened).toEqual(['https://harbour.example/2019.csv']);
});

test('the host that is shown is the one that is opened, however the address hides it', async ({
  stet,
  answerDialogs,
}) => {
  for (const { url, host, opens = url } of links) {
    await answerDialogs({ box: 0 });
    const answer = await stet.page.evaluate(
      (address) => window.stet.call('link.open', { url: address }),
      url,
    );
    expect(answer).toEqual({ ok: true, value: { opened: true } });
    expect(await askedDialogs(stet.app)).toEqual([expect.objectContaining({ message: `Open ${host}?` })]);
    expect(await stet.app.evaluate(() => globalThis.stetOpened?.at(-1))).toBe(opens);
  }
});

test('an address that runs, reads or hides can’t be stored or opened', async ({ stet, userData, guard }) => {
  guard.allow(/^main's log: .*link\.open was called with something/);
  const files = new ArticleFiles(userData);
  await stet.status.saved();
  const before = files.sums();
  const addresses = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'vbscript:x',
    'smb://server/share',
    'https:///evil.example',
    'https://good.example\u202emoc.live/',
    'https://good.example\u0000.evil.example',
  ];
  const { sourceForm: form } = stet;
  await stet.card.addSource.click();
  await form.title.fill('A source');
  for (const address of addresses.slice(0, 3)) {
    await form.url.fill(address);
    await form.attach.click();
    await expect(form.form, address).toContainText('Only http, https, doi and mailto addresses are accepted.');
  }
  // A form left half filled would be asked about when the window is closed.
  await form.cancel.click();
  for (const address of addresses) {
    const answer = await stet.page.evaluate((url) => window.stet.call('link.open', { url }), address);
    expect(answer, address).toMatchObject({ ok: false, error: { code: 'badRequest' } });
  }
  expect(files.sums()).toEqual(before);
  expect(await stet.app.evaluate(() => globalThis.stetOpened)).toEqual([]);
});
