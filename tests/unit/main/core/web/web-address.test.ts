import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWebAddress, resolveRedirect, toStoredUrl } from '#main/core/web/web-address.ts';
import { urlSchema } from '#shared/domain/base/primitives.ts';

test.each([
  ['https://example.org/story', 'https://example.org/story'],
  [' <http://example.org/a?b=c#part> ', 'http://example.org/a?b=c'],
  ['example.org/story', 'https://example.org/story'],
  ['www.example.org', 'https://www.example.org/'],
  ['example.org:8443/story', 'https://example.org:8443/story'],
  ['HTTPS://EXAMPLE.ORG', 'https://example.org/'],
  ['https://example.org/a|b', 'https://example.org/a%7Cb'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['10.1000/182', 'https://doi.org/10.1000/182'],
  ['http://2130706433/', 'http://127.0.0.1/'],
  ['http://0x7f.1/', 'http://127.0.0.1/'],
])('parses %j', (typed, url) => {
  expect(parseWebAddress(typed)).toEqual({ ok: true, url });
});

test.each([
  ['javascript:alert(1)', 'does not begin with https:// or http://'],
  ['file:///etc/passwd', 'does not begin with https:// or http://'],
  ['data:text/html,hello', 'does not begin with https:// or http://'],
  ['ftp://example.org/', 'does not begin with https:// or http://'],
  ['mailto:someone@example.org', 'does not begin with https:// or http://'],
  ['https://anna:secret@example.org/', 'holds a user name or a password'],
  ['https://anna@example.org/', 'holds a user name or a password'],
  ['http://example.org:25/', 'names port 25'],
  ['http://example.org:6667/', 'names port 6667'],
  ['https://exa\u200bmple.org/', 'is not one that a browser can open'],
  ['https://example.org/ https://example.com/', 'is not one that a browser can open'],
  ['https://', 'is not one that a browser can open'],
  ['the story of yesterday', 'is not one that a browser can open'],
  ['', 'is not one that a browser can open'],
  [`https://example.org/${'a'.repeat(8_000)}`, 'is too long'],
])('refuses %j, saying why and that nothing was changed', (typed, why) => {
  expect(parseWebAddress(typed)).toEqual({ ok: false, message: expect.stringContaining(why) });
  expect(parseWebAddress(typed)).toEqual({
    ok: false,
    message: expect.stringContaining('Nothing was changed. Check the address.'),
  });
});

test('a parsed address is one that a source accepts, and parses to itself', () => {
  const urls = fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] });
  fc.assert(
    fc.property(fc.oneof(urls, fc.string(), fc.string({ unit: 'binary' })), (typed) => {
      const read = parseWebAddress(typed);
      if (!read.ok) return;
      expect(urlSchema.safeParse(read.url).success).toBe(true);
      expect(toStoredUrl(new URL(read.url))).toBe(read.url);
    }),
  );
});

const from = new URL('https://example.org/a/b');

test('a redirect is resolved against the current address', () => {
  expect(resolveRedirect(from, '../c').href).toBe('https://example.org/c');
  expect(resolveRedirect(from, '//example.com/d').href).toBe('https://example.com/d');
});

test.each([
  [undefined, 'it does not name'],
  ['http://', 'is not one that a browser can open'],
  ['file:///etc/passwd', 'does not begin with'],
  ['javascript:alert(1)', 'does not begin with'],
  ['https://anna:secret@example.org/', 'holds a user name or a password'],
  ['https://example.org:22/', 'names port 22'],
  ['http://example.org/', 'is no longer secure'],
])('a redirect to %j is refused', (location, why) => {
  expect(() => resolveRedirect(from, location)).toThrow(`example.org redirects to an address that ${why}`);
});
