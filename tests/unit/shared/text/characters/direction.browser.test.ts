import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detectDirection } from '#shared/text/characters/direction.ts';

const letters = ['a', 'É', 'ж', '漢', 'は', 'ا', 'پ', 'ש', 'ܐ', 'ތ', 'ߊ', '𞤀', 'अ', 'ก'];
const others = ['1', '၀', 'ʹ', '٣', ' ', '.', '“', '€', '%', '–', '\u0301', '\u200f', '\u200e', '😀', '('];

it('the detected direction is the one that a browser finds by dir="auto"', () => {
  const block = document.body.appendChild(document.createElement('p'));
  block.dir = 'auto';
  const anyText = fc.oneof(
    fc.string({ unit: fc.constantFrom(...letters, ...others, ...others), maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => /^[\p{L}\p{Nd}\p{Z}]*$/u.test(text)),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      block.textContent = text;
      expect(detectDirection(text, null)).toBe(getComputedStyle(block).direction);
    }),
    { numRuns: 1_000 },
  );
  block.remove();
});
