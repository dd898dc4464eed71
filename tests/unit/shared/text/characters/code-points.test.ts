import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexCodePoints } from '#shared/text/characters/code-points.ts';

test('Code points are counted as a string iterates over them, and found again by their count', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '😀', '\ud83d', '\ude00', 'שלום', '𝒳')), (parts) => {
      const text = parts.join('');
      const codePoints = indexCodePoints(text);
      let offset = 0;
      let count = 0;
      for (const character of text) {
        expect(codePoints.count(offset)).toBe(count);
        expect(codePoints.findOffset(count)).toBe(offset);
        offset += character.length;
        count += 1;
      }
      expect(codePoints.count(offset)).toBe(count);
      expect(codePoints.findOffset(count)).toBe(offset);
      expect(codePoints.findOffset(count + 1)).toBeNull();
    }),
  );
});
