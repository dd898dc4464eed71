import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFields } from '#shared/domain/base/article.ts';
import { claimSchema } from '#shared/domain/base/claim.ts';
import {
  canOpenUrl,
  dateSchema,
  idSchema,
  lineSchema,
  normalizeInput,
  normalizeLineInput,
  parseUrl,
  timestampSchema,
  toBrowserUrl,
  urlSchema,
} from '#shared/domain/base/primitives.ts';
import { sourceSchema } from '#shared/domain/base/source.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';

test.each([
  ['2026', true],
  ['2026-11', true],
  ['2026-11-02', true],
  ['2026-13', false],
  ['2026-1', false],
  ['2026-11-32', false],
  ['2 Nov 2026', false],
  ['', false],
])('the date %j is valid: %j', (date, expected) => {
  expect(dateSchema.safeParse(date).success).toBe(expected);
});

test.each([
  ['V1StGXR8_Z5jdHi6B-myT', true],
  ['../library', false],
  ['a/b', false],
  ['', false],
  ['a'.repeat(65), false],
  ['CON.', false],
])('the id %j is valid: %j', (id, expected) => {
  expect(idSchema.safeParse(id).success).toBe(expected);
});

test('a timestamp has the format that toISOString writes', () => {
  expect(timestampSchema.safeParse(new Date(0).toISOString()).success).toBe(true);
  expect(timestampSchema.safeParse('2026-11-21T10:52:00Z').success).toBe(false);
  expect(timestampSchema.safeParse('2026-11-21T10:52:00.000+01:00').success).toBe(false);
});

test('the value of an empty field is null', () => {
  expect(normalizeInput('  ')).toBeNull();
  expect(normalizeInput(' a b ')).toBe('a b');
});

test.each(['a\nb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\n', '', 'a'.repeat(2_001)])(
  '%j is not a single line',
  (text) => {
    expect(lineSchema.safeParse(text).success).toBe(false);
    expect(articleFields.title.safeParse(text).success).toBe(false);
    expect(sourceSchema.shape.title.safeParse(text).success).toBe(false);
  },
);

test('a single-line field holds a single line, whatever was pasted into it', () => {
  expect(lineSchema.safeParse('a \t\u00a0\u0085b').success).toBe(true);
  expect(lineSchema.safeParse(null).success).toBe(true);
  expect(normalizeLineInput(' a\u2028\u2029b\r\n')).toBe('a b');
  expect(normalizeLineInput('\u2029')).toBeNull();
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(lineSchema.safeParse(normalizeLineInput(text)?.slice(0, 2_000) ?? null).error).toBeUndefined();
    }),
  );
});

test('a claim has a judgement if and only if it has a verdict', () => {
  const judged = {
    verdict: 'verified',
    words: 'w',
    sentence: 's',
    draftId: 'd',
    by: null,
    at: '2026-11-21T10:52:00.000Z',
  };
  const claim = {
    id: 'c',
    verdict: 'verified',
    judged,
    note: null,
    correction: null,
    claimant: null,
    kind: null,
    answers: [],
    tagIds: [],
    createdBy: null,
    createdAt: judged.at,
  };
  const valid = (change: object) => claimSchema.safeParse({ ...claim, ...change }).success;
  expect(valid({})).toBe(true);
  expect(valid({ judged: null })).toBe(false);
  expect(valid({ verdict: 'unchecked' })).toBe(false);
  expect(valid({ verdict: 'unchecked', judged: null })).toBe(true);
  expect(valid({ verdict: 'disputed' })).toBe(false);
  expect(valid({ note: '' })).toBe(false);
});

const isValid = (url: string) => urlSchema.safeParse(url).success;

describe('urlSchema', () => {
  test.each([
    'https://council.kelderhaven.example/decisions/2019-44?a=1#p3',
    'HTTP://EXAMPLE.COM',
    'http://[::1]:8080/',
    'https://user@host.example/',
    'https://münchen.example/straße',
    'mailto:desk@news.example',
    'mailto:desk@news.example?subject=The%20mill',
    'doi:10.1000/182',
    'DOI:10.1000/182',
  ])('%s is a valid address', (url) => {
    expect(isValid(url)).toBe(true);
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
  ])('%j is not a valid address', (url) => {
    expect(isValid(url)).toBe(false);
  });

  test('a valid address contains no control character, no space and no other scheme', () => {
    const fragments = fc.constantFrom(
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
      fc.property(fc.array(fc.oneof(fragments, fc.string({ unit: 'binary' })), { maxLength: 6 }), (parts) => {
        const url = parts.join('');
        for (const stored of [isValid(url) ? url : null, parseUrl(url)]) {
          if (stored === null) continue;
          expect(Array.from(stored).every((character) => character > ' ' && character !== '\u007f')).toBe(
            true,
          );
          expect(stored).toMatch(/^(https?:\/\/|mailto:|doi:10\.)/i);
          if (URL.canParse(toBrowserUrl(stored)))
            expect(['http:', 'https:', 'mailto:']).toContain(new URL(toBrowserUrl(stored)).protocol);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseUrl', () => {
  test('a typed address is trimmed', () =>
    expect(parseUrl('  https://a.example/ \n')).toBe('https://a.example/'));
  test('a DOI without its prefix is accepted', () => expect(parseUrl('10.1000/182')).toBe('doi:10.1000/182'));
  test('text that is not an address gives null', () => expect(parseUrl('see the archive')).toBeNull());
  test('a DOI becomes an address that a browser can open', () => {
    expect(toBrowserUrl('doi:10.1000/182')).toBe('https://doi.org/10.1000/182');
    expect(toBrowserUrl('https://a.example/')).toBe('https://a.example/');
  });
});

test.each([
  'mailto:a@b.example?cc=c@d.example',
  'mailto:a@b.example?subject=x&body=y',
  'mailto:a@b.example?body=y',
  'mailto:a@b.example,c@d.example',
  'mailto:a@b.example#x',
])('%j is not accepted and not opened, but an older library that has it can be read', (url) => {
  expect(parseUrl(url)).toBeNull();
  expect(canOpenUrl(url)).toBe(false);
  expect(isValid(url)).toBe(true);
});
