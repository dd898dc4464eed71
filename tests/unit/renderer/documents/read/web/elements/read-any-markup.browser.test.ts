import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlocks } from '#renderer/documents/read/web/elements/read-blocks.ts';
import { coversText } from '#shared/domain/base/draft.ts';
import { joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { choose } from '#tests/unit/effort.ts';

const tag = fc.constantFrom(
  ...[
    'p',
    'div',
    'b',
    'i',
    'span',
    'h2',
    'ol',
    'ul',
    'li',
    'blockquote',
    'pre',
    'br',
    'table',
    'tr',
    'td',
    'th',
  ],
  ...[
    'caption',
    'figcaption',
    'a href="https://example.org/"',
    'hr',
    'sup',
    'dl',
    'dd',
    'b style="font-weight:400"',
  ],
);
const piece = fc.oneof(
  fc.tuple(tag, fc.boolean()).map(([name, closes]) => `<${closes ? `/${name.split(' ', 1)}` : name}>`),
  fc.constantFrom('word', ' ', '\n', '\u00a0', ' two words ', '\t', '7', '。'),
);

test('no text is lost or invented in any markup, and blocks and marks are valid', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { body } = new DOMParser().parseFromString(pieces.join(''), 'text/html');
      const before = body.innerHTML;
      const parts = readBlocks(body);
      const letters = (text: string) => text.replace(/\s/g, '');
      const numbers = body.querySelectorAll('ol > li').length;
      const got = letters(parts.map(({ text }) => text).join(''));
      const expected = letters(body.textContent ?? '');
      if (numbers === 0) expect(got).toBe(expected);
      else expect(got.replace(/\d+\./g, '').replace(/7/g, '')).toBe(expected.replace(/7/g, ''));
      for (const { kind, text, marks: all } of parts) {
        if (kind !== 'tableRow') expect(text).toBe(text.trim());
        expect(text).not.toContain('\n\n');
        for (const { start, end } of all) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        for (const { start, end } of all) expect(end).toBeGreaterThan(start);
      }
      const draft = joinBlocks(parts);
      if (draft.text !== '') expect(coversText(draft)).toBe(true);
      expect(body.innerHTML).toBe(before);
    }),
    { numRuns: choose(125, 500) },
  );
});

test.each([
  ['elements inside each other', '<div>'.repeat(10_000)],
  ['lists inside each other', '<ol><li>'.repeat(3_000)],
  ['elements in a line', '<span>a</span>'.repeat(100_000)],
  ['words in a paragraph', 'a ferry '.repeat(1_000_000)],
])('a document with many %s is read', (_, markup) => {
  const { body } = new DOMParser().parseFromString(`${markup}end`, 'text/html');
  expect(readBlocks(body).at(-1)?.text.endsWith('end')).toBe(true);
});
