import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnywhereSearch } from '../../../../../../shared/reports/confidential/search/find-anywhere';
import type { SearchPattern } from '../../../../../../shared/reports/confidential/search/search-patterns';

/** Words and texts of two letters, so that blocks repeat in them. */
const letters = (size: { minLength: number; maxLength: number }) =>
  fc.array(fc.constantFrom('a', 'b'), size).map((all) => all.join(''));

function toPattern(characters: string): SearchPattern {
  return {
    term: { text: characters, description: '', level: 'certain' },
    characters,
    isAnchoredAtStart: false,
    isAnchoredAtEnd: false,
    maxSuffixLength: 0,
    innerBoundaries: null,
  };
}

function listOffsets(text: string, words: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) offsets.push(at);
  return offsets;
}

test('Every place where a pattern stands is a candidate, and is reported once', () => {
  fc.assert(
    fc.property(
      letters({ minLength: 0, maxLength: 200 }),
      fc.array(letters({ minLength: 2, maxLength: 40 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 4 }),
      (around, words, places) => {
        // Some of the patterns are put into the text, because long ones hardly get there by chance.
        const text = places.reduce(
          (all, place, index) =>
            `${all.slice(0, place % (all.length + 1))}${words[index % words.length]}${all.slice(place % (all.length + 1))}`,
          around,
        );
        const patterns = words.map(toPattern);
        const found: string[] = [];
        createAnywhereSearch(patterns)(text, (pattern, offset) => {
          if (text.startsWith(pattern.characters, offset))
            found.push(`${patterns.indexOf(pattern)} ${offset}`);
        });
        const expected = words.flatMap((word, index) =>
          listOffsets(text, word).map((offset) => `${index} ${offset}`),
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 2_000 },
  );
});

test('A text shorter than the patterns has no candidate', () => {
  const found: number[] = [];
  createAnywhereSearch([toPattern('abcdefghijklmnop')])('abcdefgh', (_pattern, offset) => found.push(offset));
  expect(found).toEqual([]);
});
