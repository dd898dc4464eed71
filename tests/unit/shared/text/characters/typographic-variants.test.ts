import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceTypographicVariants } from '../../../../../shared/text/characters/typographic-variants';
import { hostileText } from '../../arbitraries';

test('typographic quotes, dashes and spaces become those of the keyboard', () => {
  expect(replaceTypographicVariants('“a”„b‟«c» ‘d’‚e‛ f′ −5 1–2 — x\u00a0y\u202fz\nw')).toBe(
    '"a""b""c" \'d\'\'e\' f\' -5 1-2 - x y z w',
  );
});

test('no offset changes, and a second replacement changes nothing', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const plain = replaceTypographicVariants(text);
      expect(plain).toHaveLength(text.length);
      expect(replaceTypographicVariants(plain)).toBe(plain);
    }),
  );
});
