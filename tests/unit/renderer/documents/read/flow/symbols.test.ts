import { expect, test } from 'vitest';
import { missingSymbol, readTextInFont } from '#renderer/documents/read/flow/symbols.ts';

test('letters in a symbol font are the symbols that they show; other characters stay, an emoji as well', () => {
  expect(readTextInFont('abc – 🚢', 'Symbol')).toBe('αβχ – 🚢');
});

test('a symbol that only its font can show is missing', () => {
  expect(readTextInFont('\uf041\u{f0041}', 'Unknown')).toBe(`${missingSymbol}\u{f0041}`);
});
