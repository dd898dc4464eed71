import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInText, toSearchableText } from '#shared/text/find-in-text.ts';
import { hostileText } from '../arbitraries.ts';

function find(text: string, query: string): string[] {
  return findInText(toSearchableText(text), query).map(({ start, end }) => text.slice(start, end));
}

describe('finding text', () => {
  test.each([
    ['ignores case', 'Tram and tram', 'TRAM', ['Tram', 'tram']],
    ['takes plain quotes for typographic ones', 'the town’s “first”', 'town\'s "first"', ['town’s “first”']],
    ['takes a hyphen for a dash', '2018–2025', '2018-2025', ['2018–2025']],
    [
      'takes a space for a no-break space and a line break',
      '12\u00a0per\ncent',
      '12 per cent',
      ['12\u00a0per\ncent'],
    ],
    ['keeps offsets after letters that grow when lowered', 'İİ tram', 'tram', ['tram']],
    ['finds no overlaps', 'aaaa', 'aa', ['aa', 'aa']],
    ['finds nothing for nothing', 'a b', ' ', []],
    ['finds beyond emoji', '👨‍👩‍👧 tram', 'tram', ['tram']],
  ])('finding %s', (_, text, query, expected) => {
    expect(find(text, query)).toEqual(expected);
  });

  test('the matches are in order, do not overlap, hold the query, and none is missed', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.integer({ min: 1, max: 6 }), (text, at, length) => {
        // Half of a surrogate pair is left out: it has no other case.
        const letters = Array.from(text);
        const first = letters.length === 0 ? 0 : at % letters.length;
        const start = letters.slice(0, first).join('').length;
        const query = letters.slice(first, first + length).join('');
        const wanted = toSearchableText(query).folded;
        const spans = findInText(toSearchableText(text), query);
        let previousEnd = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(previousEnd);
          expect(toSearchableText(text.slice(span.start, span.end)).folded).toBe(wanted);
          previousEnd = span.end;
        }
        if (query.trim() !== '')
          expect(spans.some((span) => span.start <= start && span.end > start)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
