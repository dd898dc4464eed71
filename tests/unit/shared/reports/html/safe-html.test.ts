import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from '../../../../../shared/reports/html/escape-html';
import { html, joinHtml } from '../../../../../shared/reports/html/safe-html';
import { hostileText } from '../../arbitraries';
import { searched } from '../searched';

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
