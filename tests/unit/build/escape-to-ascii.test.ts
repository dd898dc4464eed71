import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeToAscii } from '#build/escape-to-ascii.mjs';

const evaluate = (code: string): unknown => new Function(`return ${code}`)();

test('a string of any characters means the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeToAscii(JSON.stringify(text));
      expect(escaped).toMatch(/^[\u0020-\u007f]*$/);
      expect(evaluate(escaped)).toBe(text);
    }),
  );
});

test.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template in code
  '`“${1 + 1}” – \\\\’ \\’`',
  "'\\\\’ \\’ \\n'",
  '/[‘’\\–]{2}/.test("’–") && /^😀$/u.test("😀") && /^[😀]$/u.test("😀")',
  'String.raw`[·]`.length === 3 || new RegExp(String.raw`^[·]$`).test("·")',
])('%s means the same', (code) => {
  const escaped = escapeToAscii(code);
  expect(escaped).toMatch(/^[\u0020-\u007f]*$/);
  expect(evaluate(escaped)).toEqual(evaluate(code));
});
