import { expect, test } from 'vitest';
import { parseContentType } from '../../../../../main/core/web/content-type';

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
