import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emphasize, md, toMarkdownText } from '#main/worker/reports/markdown/markdown.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { hostileStrings } from '../hostile-strings.ts';
import { searched } from '../searched.ts';
import { getVisibleText, normalizeSpace, parser } from './read-markdown.ts';

describe('Escaping', () => {
  test('Escaped text is parsed as one paragraph with the same text', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom(...hostileStrings)),
        (text) => {
          const tokens = parser.parse(toMarkdownText(searched(text)), {});
          expect(
            tokens
              .filter(({ type }) => type === 'inline')
              .map(getVisibleText)
              .map(normalizeSpace)
              .join(''),
          ).toBe(normalizeSpace(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['“No.”', '“**No**.”'],
    ['  a b ', '  **a b** '],
    ['…', '…'],
    ['a*b', '**a\\*b**'],
  ])('%j is emphasized as %j', (text, expected) => {
    expect(emphasize(searched(text), md`**`)).toBe(expected);
  });
});
