import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html, joinHtml, renderLink, renderUrl } from '#shared/reports/base/safe-html.ts';
import { searched } from '#tests/unit/main/worker/reports/searched.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';

test('The template escapes every string and nothing twice', () => {
  fc.assert(
    fc.property(hostileText, (hostile) => {
      const text = searched(hostile);
      const escaped = escapeHtml(text);
      expect(`${html`<b title="${text}">${html`<i>${text}</i>`}</b>`}`).toBe(
        `<b title="${escaped}"><i>${escaped}</i></b>`,
      );
    }),
  );
});

test('The template prints numbers and lists, and nothing for null', () => {
  const items = ['a', '&'].map((text) => html`<li>${searched(text)}</li>`);
  expect(html`<ol start="${3}">${items}${null}</ol>`.toString()).toBe(
    '<ol start="3"><li>a</li><li>&amp;</li></ol>',
  );
});

test('A separator is a literal without markup, or markup', () => {
  const parts = [html`<i>a</i>`, html`b`];
  expect(joinHtml(parts, ', ').toString()).toBe('<i>a</i>, b');
  // @ts-expect-error: any other string is a compile error
  joinHtml(parts, ' < ');
  expect(joinHtml(parts, html`<br>`).toString()).toBe('<i>a</i><br>b');
});

describe('Escaping', () => {
  test.each([
    ['<b a="x" c=\'y\'>&amp;', '&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;'],
    ['a\r\nb\rc\td\fe', 'a\nb\nc\td\fe'],
    ['\u0000\u0007\u001b\u007f', '␀␇␛␡'],
    ['\u0085\ufffe\ufdd0', '���'],
    ['a\ud83db\ude00c', 'a�b�c'],
    ['😀 Cafe\u0301 \u00a0', '😀 Cafe\u0301 \u00a0'],
  ])('%j is escaped as %j', (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });

  test('Escaped text contains no markup and no forbidden character and is well-formed', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.string({ unit: 'binary' })),
        fc.constantFrom('<', '"', '&', "'", ''),
        (text, character) => {
          const escaped = escapeHtml(text + character + text);
          expect(escaped).not.toMatch(/[<>"']/);
          expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
          expect(escaped).not.toMatch(/[^\P{Cc}\t\n\f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u);
        },
      ),
    );
  });
});

describe('Links', () => {
  test.each([
    [
      'https://a.example/?a=1&b="x',
      '<a href="https://a.example/?a=1&amp;b=&quot;x" target="_blank" rel="noreferrer noopener">w</a>',
    ],
    ['mailto:a@b.example', '<a href="mailto:a@b.example" target="_blank" rel="noreferrer noopener">w</a>'],
    [
      'doi:10.1000/182',
      '<a href="https://doi.org/10.1000/182" target="_blank" rel="noreferrer noopener">w</a>',
    ],
    ['javascript:alert(1)', 'w'],
    [' https://a.example', 'w'],
    ['/path', 'w'],
    ['#part', 'w'],
    ['data:text/html,x', 'w'],
    ['', 'w'],
    [null, 'w'],
  ])('An address %j is rendered as a link only if it is safe to open', (url, expected) => {
    expect(renderLink(url === null ? null : searched(url), html`w`).toString()).toBe(expected);
  });

  test('An address is shown without its scheme', () => {
    expect(renderUrl(searched('https://a.example/')).toString()).toContain('>a.example</a>');
    expect(renderUrl(searched('https://a.example/b/')).toString()).toContain('>a.example/b/</a>');
    expect(renderUrl(searched('mailto:a@b.example')).toString()).toContain('>a@b.example</a>');
  });
});
