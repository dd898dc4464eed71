import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getPageName, parseContentType } from '#main/core/web/read-page.ts';

test.each([
  ['text/html; charset="utf-8"', 'text/html', 'utf-8'],
  ['TEXT/HTML;charset=ISO-8859-1', 'text/html', 'ISO-8859-1'],
  ['application/pdf', 'application/pdf', null],
  ['multipart/related; boundary="x"', 'multipart/related', null],
  ['application/octet-stream', 'application/octet-stream', null],
  [undefined, null, null],
  ['html', null, null],
  ['', null, null],
])('%j is %s in %s', (header, type, charset) => {
  expect(parseContentType(header)).toEqual({ type, charset });
});

test.each([
  ['image/png', 'a picture'],
  ['video/mp4', 'a film'],
  ['audio/mpeg', 'a sound recording'],
  ['application/json', 'a file of the kind application/json'],
  [`application/${'x'.repeat(10_000)}`, 'a file of the kind application/xxx'],
])('%s is not a page', (header, noun) => {
  expect(() => parseContentType(header)).toThrow(`At this address is ${noun}`);
});

test.each([
  ['https://example.org/', 'text/html', 'example.org.html'],
  ['https://example.org/2024/05/the-story', 'text/html', 'the-story.html'],
  ['https://example.org/2024/05/the-story/', 'text/html', 'the-story.html'],
  ['https://example.org/story.htm', 'text/html', 'story.htm'],
  ['https://example.org/story.php', 'text/html', 'story.php.html'],
  ['https://example.org/paper.pdf', 'application/pdf', 'paper.pdf'],
  ['https://example.org/paper.pdf', 'text/html', 'paper.pdf.html'],
  ['https://example.org/README.md', 'text/plain', 'README.md'],
  ['https://example.org/notes', 'text/plain', 'notes.txt'],
  ['https://example.org/a%20%C3%A4.docx', 'application/octet-stream', 'a ä.docx'],
  ['https://example.org/get', 'application/octet-stream', 'get.bin'],
  ['https://example.com/', null, 'example.com.bin'],
  ['https://example.org/saved', 'multipart/related', 'saved.mhtml'],
  ['https://example.org/%E0%A4', 'text/html', '%E0%A4.html'],
  ['https://example.org/..%2F..%2Fetc%2Fpasswd', 'text/plain', 'etc passwd.txt'],
  ['https://example.org/con', 'text/html', 'page con.html'],
  ['http://[2606:4700::1111]/', 'text/html', '[2606 4700 1111].html'],
])('%s as %s is called %s', (url, type, name) => {
  expect(getPageName(new URL(url), type)).toBe(name);
});

test('no name contains a folder or is too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (part) => {
      const name = getPageName(new URL(`https://example.org/${encodeURIComponent(part)}`), 'text/html');
      return /^[^/\\]+\.html?$/.test(name) && Buffer.byteLength(name) <= 255;
    }),
  );
});
