import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { ArticleFiles } from '../support/library/stored-files.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';
import { watchOpenedLinks } from '../support/system/shown-files.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('c');
});

/** Addresses, the host that the message box shows for each, and the address that the browser gets if it is another one. */
const links = [
  { url: 'https://harbour.example:8443/', host: 'harbour.example:8443' },
  // The beginning looks like the address of the bank.
  { url: 'https://bank.example@evil.example/login', host: 'evil.example' },
  { url: 'https://bank.example.evil.example/', host: 'bank.example.evil.example' },
  // The first letter is a Cyrillic a.
  {
    url: 'https://аpple.example/',
    host: 'аpple.example (xn--pple-43d.example)',
    opens: 'https://xn--pple-43d.example/',
  },
  { url: 'doi:10.1000/182', host: 'doi.org', opens: 'https://doi.org/10.1000/182' },
  { url: 'mailto:edda@harbour.example', host: 'edda@harbour.example' },
];

test('an external link is opened only after its host was shown and confirmed', { tag: '@core' }, async ({
  stet,
  answerDialogs,
}) => {
  const openedLinks = await watchOpenedLinks(stet.app);
  await stet.card.addSource.click();
  await stet.sourceForm.title.fill('Harbour statistics 2019');
  await stet.sourceForm.url.fill('https://harbour.example/2019.csv');
  await stet.sourceForm.attach.click();
  const openLink = stet.card.evidence.getByRole('button', { name: 'Open link' });

  await answerDialogs({ button: 1 });
  await openLink.click();
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toEqual([
      expect.objectContaining({
        message: 'Open harbour.example?',
        detail: expect.stringContaining('https://harbour.example/2019.csv'),
        buttons: ['Open', 'Cancel'],
        cancelId: 1,
      }),
    ]);
  expect(await openedLinks()).toEqual([]);

  await answerDialogs({ button: 0 });
  await openLink.click();
  await expect.poll(openedLinks).toEqual(['https://harbour.example/2019.csv']);
});

test('the question shows the host that is really opened, even if the address disguises it', async ({
  stet,
  answerDialogs,
}) => {
  const openedLinks = await watchOpenedLinks(stet.app);
  for (const { url, host, opens = url } of links) {
    await answerDialogs({ button: 0 });
    const answer = await stet.page.evaluate(
      (address) => window.stet.call('link.open', { url: address }),
      url,
    );
    expect(JSON.parse(answer)).toEqual({ ok: true, value: { opened: true } });
    expect(await getShownDialogs(stet.app)).toEqual([expect.objectContaining({ message: `Open ${host}?` })]);
    expect((await openedLinks()).at(-1)).toBe(opens);
  }
});

test('addresses that run code, read files or deceive can’t be stored or opened', async ({
  stet,
  userData,
  guard,
}) => {
  guard.allow(/^main's log: .*link\.open was called with an invalid input/);
  const openedLinks = await watchOpenedLinks(stet.app);
  const files = new ArticleFiles(userData);
  await stet.status.waitUntilSaved();
  const before = files.hashFiles();
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
    await expect(form.form, address).toContainText(
      'Only http, https, doi and mailto addresses are accepted.',
    );
  }
  // Closing the window would ask about a half-filled form.
  await form.cancel.click();
  for (const address of addresses) {
    const answer = await stet.page.evaluate((url) => window.stet.call('link.open', { url }), address);
    expect(JSON.parse(answer), address).toMatchObject({ ok: false, error: { code: 'badRequest' } });
  }
  expect(files.hashFiles()).toEqual(before);
  expect(await openedLinks()).toEqual([]);
});
