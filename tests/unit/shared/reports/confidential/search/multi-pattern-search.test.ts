import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createAnywhereSearch,
  createPatternSearch,
} from '#shared/reports/confidential/search/multi-pattern-search.ts';
import { createPattern, type SearchPattern } from '#shared/reports/confidential/search/search-patterns.ts';
import { normalizeForSearch, type SearchText } from '#shared/reports/confidential/search/search-text.ts';

const words = fc.array(
  fc.constantFrom('a', 'ab', 'Ek', 'E.', 'K.', 'Zelda', 'Quorn', '12', '345', '田中', 'é'),
  {
    minLength: 1,
    maxLength: 30,
  },
);
const parts = fc.tuple(words, fc.constantFrom(' ', '', ', ', '-')).map(([all, between]) => all.join(between));

/** Compares a pattern at one offset, character by character. */
function matchesAt({ characters, boundaries }: SearchText, pattern: SearchPattern, offset: number): boolean {
  const end = offset + pattern.characters.length;
  if (characters.slice(offset, end) !== pattern.characters) return false;
  if (pattern.isAnchoredAtStart && boundaries[offset] !== 1) return false;
  if (pattern.isAnchoredAtEnd && boundaries[end] !== 1) return false;
  const inner = Array.from(boundaries.slice(offset + 1, end)).flatMap((isBoundary, index) =>
    isBoundary === 1 ? index + 1 : [],
  );
  const { innerBoundaries } = pattern;
  return innerBoundaries === null || inner.join() === innerBoundaries.filter((at) => at > 0).join();
}

test('One pass finds the same matches as a search for each pattern at each offset', () => {
  fc.assert(
    fc.property(parts, fc.array(parts, { maxLength: 8 }), (text, terms) => {
      const searchText = normalizeForSearch([text]);
      const patterns = terms.flatMap(
        (term) => createPattern({ text: term, description: '', level: 'certain' }) ?? [],
      );
      const found: string[] = [];
      createPatternSearch(patterns)(searchText, (pattern, offset) =>
        found.push(`${patterns.indexOf(pattern)} ${offset}`),
      );
      const expected = patterns.flatMap((pattern, index) =>
        Array.from(searchText.characters).flatMap((_, offset) =>
          matchesAt(searchText, pattern, offset) ? `${index} ${offset}` : [],
        ),
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test('A term that a text contains is found in it', () => {
  fc.assert(
    fc.property(parts, parts, parts, (before, term, after) => {
      const pattern = createPattern({ text: term, description: '', level: 'certain' });
      let matchCount = 0;
      if (pattern)
        createPatternSearch([pattern])(
          normalizeForSearch([`${before} ${term} ${after}`]),
          () => (matchCount += 1),
        );
      expect(matchCount > 0).toBe(pattern !== null);
    }),
  );
});

test.each([
  ['Ek', 'E. K. says so', 0],
  ['Ek', 'Ekman', 0],
  ['Ek', 'says Ek.', 1],
  ['Zelda Quorn', 'ZELDA-QUORN', 1],
  ['Zelda Quorn', 'Griselda Quorn', 0],
  ['Zelda Quorn, Vienna', 'MsZeldaQuornViennatold', 1],
  ['Ｚｅｌｄａ Quorn', 'zelda\u00ad quo\u200brn', 1],
  ['+43 660 5551234', '0660 / 555 12 34', 1],
  ['+43 660 5551234', '0660 / 555 12 345', 0],
])('The term %j in the text %j matches %i times', (term, text, expected) => {
  const pattern = createPattern({ text: term, description: '', level: 'certain' });
  let matchCount = 0;
  if (pattern) createPatternSearch([pattern])(normalizeForSearch([text]), () => (matchCount += 1));
  expect(matchCount).toBe(expected);
});

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
