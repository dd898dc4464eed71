import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { browserUrl, parseUrl, urlSchema } from '../../../../shared/domain/url';

const taken = (url: string) => urlSchema.safeParse(url).success;

describe('an address that may be stored', () => {
  test.each([
    'https://council.kelderhaven.example/decisions/2019-44?a=1#p3',
    'HTTP://EXAMPLE.COM',
    'http://[::1]:8080/',
    'https://user@host.example/',
    'https://münchen.example/straße',
    'mailto:desk@news.example',
    'doi:10.1000/182',
    'DOI:10.1000/182',
  ])('%s', (url) => {
    expect(taken(url)).toBe(true);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'https://a.example/\njavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://a.example/1',
    'app://bundle/index.html',
    'ftp://a.example',
    'https:',
    'https://',
    'https:///path',
    'https:a.example',
    '//a.example',
    'a.example',
    'mailto:',
    'mailto:nobody',
    'doi:11.1/x',
    'doi:10.1000/',
    'https://a.example/a b',
    'https://a.example/\u0000',
    'https://a.example/\u007f',
    'https://a.example/\u0085',
    'https://a.example/\u2028x',
    'https://a.example/\ud83d',
    'https://a.example/\u202egpj.exe',
    'https://a\u00ad.example/',
    'https://a.example/\u200b',
    'https://reader:secret@a.example/',
    'https://bank.example\\@a.example/',
    'https://exa<mple.example/',
    '\u0001https://a.example/',
    '',
  ])('is not %j', (url) => {
    expect(taken(url)).toBe(false);
  });

  test('never holds a control character or a space, nor another scheme, whatever is put around', () => {
    const pieces = fc.constantFrom(
      'https://a.example/',
      'javascript:',
      'data:',
      '\n',
      ' ',
      '\t',
      '\u0000',
      'x',
      ':',
      '//',
      'doi:10.1000/',
      'mailto:a@b',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 6 }), (parts) => {
        const url = parts.join('');
        for (const stored of [taken(url) ? url : null, parseUrl(url)]) {
          if (stored === null) continue;
          expect(Array.from(stored).every((letter) => letter > ' ' && letter !== '\u007f')).toBe(true);
          expect(stored).toMatch(/^(https?:\/\/|mailto:|doi:10\.)/i);
          if (URL.canParse(browserUrl(stored)))
            expect(['http:', 'https:', 'mailto:']).toContain(new URL(browserUrl(stored)).protocol);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('an address as it is typed', () => {
  test('is trimmed', () => expect(parseUrl('  https://a.example/ \n')).toBe('https://a.example/'));
  test('may be a bare DOI', () => expect(parseUrl('10.1000/182')).toBe('doi:10.1000/182'));
  test('is null when it is none', () => expect(parseUrl('see the archive')).toBeNull());
  test('opens in a browser', () => {
    expect(browserUrl('doi:10.1000/182')).toBe('https://doi.org/10.1000/182');
    expect(browserUrl('https://a.example/')).toBe('https://a.example/');
  });
});
