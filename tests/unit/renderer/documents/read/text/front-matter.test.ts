import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '#renderer/documents/read/text/front-matter.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';

const emptyMetadata = { title: null, byline: null, link: null, publishedAt: null, language: null };
const readMetadata = (yaml: string) => splitFrontMatter(`---\n${yaml}\n---\nText.`).metadata;

describe('front matter', () => {
  test('front matter is read as metadata and removed from the text', () => {
    const text =
      '---\ntitle: Ferry\nauthor: Ada\ndate: 2026-05-03\nurl: https://a.example/\nlang: de\n---\n\nText.';
    expect(splitFrontMatter(text)).toEqual({
      metadata: {
        title: 'Ferry',
        byline: 'Ada',
        link: 'https://a.example/',
        publishedAt: '2026-05-03',
        language: 'de',
      },
      body: '\nText.',
    });
  });

  test.each([
    ['a title that YAML takes for a number', 'title: 1984', { title: '1984' }],
    ['a title with a trailing zero', 'title: 1.10', { title: '1.10' }],
    ['a title in quotes, over two lines', 'title: "A: b\n  c"', { title: 'A: b c' }],
    ['several authors', 'authors:\n- Ada\n- Bo', { byline: 'Ada, Bo' }],
    ['authors in brackets', 'authors: [Ada, Bo]', { byline: 'Ada, Bo' }],
    ['authors with fields', 'authors:\n- name: Ada\n  role: x\n- name: Bo', { byline: 'Ada, Bo' }],
    ['a timestamp', "date: '2014-03-19 10:00:00 -0500'", { publishedAt: '2014-03-19' }],
    ['a timestamp of RFC 3339', 'date: 2014-03-19T10:00:00Z', { publishedAt: '2014-03-19' }],
    ['a year', 'published: 2014', { publishedAt: '2014' }],
    ['an invalid date', 'title: A\ndate: next week', { title: 'A', publishedAt: null }],
    ['a forbidden link', 'title: A\nlink: javascript:alert(1)', { title: 'A', link: null }],
    ['an invalid language', 'title: A\nlang: "??"', { title: 'A', language: null }],
    ['keys in capitals', 'Title: A\nDATE: 2014', { title: 'A', publishedAt: '2014' }],
    ['empty values', 'title:\nauthor: ~\nby: null\nlayout: post', emptyMetadata],
    ['a title that is too long', `title: ${'x'.repeat(2_001)}\nby: Ada`, { title: null, byline: 'Ada' }],
  ])('front matter is read with %s', (_, yaml, expected) => {
    expect(readMetadata(yaml)).toEqual({ ...emptyMetadata, ...expected });
  });

  test('front matter may end in dots', () => {
    expect(splitFrontMatter('---\ntitle: A\n...\nText.')).toEqual({
      metadata: { ...emptyMetadata, title: 'A' },
      body: 'Text.',
    });
  });

  test.each([
    ['a rule', '---\n\nText.\n\n---\n\nMore.'],
    ['a sentence with a colon', '---\nDear editor: please check.\n---\nText.'],
    ['keys that nobody uses', '---\nnote: please check\n---\nText.'],
    ['YAML that is broken', '---\ntitle: "A\n---\nText.'],
    ['an alias', '---\ntitle: &a A\nby: *a\n---\nText.'],
    ['a list', '---\n- title\n---\nText.'],
    ['a key twice', '---\ntitle: A\ntitle: B\n---\nText.'],
    ['no end', '---\ntitle: A\nText.'],
    ['not at the start', '\n---\ntitle: A\n---\nText.'],
    ['longer than front matter is', `---\ntitle: A\nx: ${'y'.repeat(60_000)}\n---\nText.`],
    ['a bomb', `---\ntitle: A\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nText.`],
    ['deep nesting', `---\ntitle: A\nx: ${'['.repeat(20_000)}\n---\nText.`],
  ])('the text stays unchanged, because it is not front matter: %s', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ metadata: emptyMetadata, body: text });
  });

  test('splitting never throws, and the body is the end of the text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (yaml, rest) => {
        const text = `---\ntitle: ${yaml}\n---\n${rest}`;
        expect(text.endsWith(splitFrontMatter(text).body)).toBe(true);
      }),
    );
  });
});
