import { expect, test } from 'vitest';
import { describeLink } from '#main/core/web/external-link.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

test.each([
  ['https://example.com/a?b#c', 'example.com', 'https://example.com/a?b#c'],
  ['http://Example.COM:8080', 'example.com:8080', 'http://example.com:8080/'],
  ['https://bank.example@evil.example/', 'evil.example', 'https://bank.example@evil.example/'],
  ['https://аррӏе.com/x', 'аррӏе.com (xn--80ak6aa92e.com)', 'https://xn--80ak6aa92e.com/x'],
  ['https://bücher.example', 'bücher.example (xn--bcher-kva.example)', 'https://xn--bcher-kva.example/'],
  ['doi:10.1000/182', 'doi.org', 'https://doi.org/10.1000/182'],
  ['mailto:ann@example.com', 'ann@example.com', 'mailto:ann@example.com'],
])('%s leads to %s', (url, host, href) => {
  expect(describeLink(url)).toEqual({ host, href });
});

test('text that only looks like an address is refused', () => {
  expect(() => describeLink('http://[bad')).toThrow('not an address');
});

test('the browser opens only after the host is shown and the reviewer agrees', async () => {
  const shownHosts: string[] = [];
  const opened: string[] = [];
  let agrees = false;
  const { call } = testCore(await tempFolder(), {
    dialogs: {
      ...refusingDialogs,
      confirmLink: async ({ host }) => {
        shownHosts.push(host);
        return agrees;
      },
    },
    openLink: async (href) => void opened.push(href),
  });
  expect(await call('link.open', { url: 'https://example.com' })).toEqual({ opened: false });
  agrees = true;
  expect(await call('link.open', { url: 'https://example.com' })).toEqual({ opened: true });
  expect(shownHosts).toEqual(['example.com', 'example.com']);
  expect(opened).toEqual(['https://example.com/']);
});

test.each([
  'mailto:a@b.example?cc=c@d.example',
  'mailto:a@b.example,c@d.example',
  'mailto:a@b.example?subject=x&body=y',
])('%j is not opened: it has more than an address and a subject', (url) => {
  expect(() => describeLink(url)).toThrow('nothing but a subject');
});
