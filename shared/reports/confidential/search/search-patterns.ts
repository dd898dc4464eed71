import type { ConfidentialTerm } from './confidential-term.ts';
import { normalizeForSearch, type SearchText } from './search-text.ts';

/** A pattern to search for in normalized text. */
export interface SearchPattern {
  term: ConfidentialTerm;
  /** The letters and digits of the term, or of its identifying part. */
  characters: string;
  /** Whether it only matches where a word begins, and where a word ends. */
  isAnchoredAtStart: boolean;
  isAnchoredAtEnd: boolean;
  /** How many more letters a word may have at its end. */
  maxSuffixLength: number;
  /** The offsets of its words, if a match must have the same ones: `Ek` does not match `E. K.` Else null. */
  innerBoundaries: readonly number[] | null;
}

/** Patterns of this length, in UTF-16 code units, do not match by chance, so they are not anchored to words. */
const minUnanchoredLength = 16;
/** Shorter patterns match only if the words begin at the same offsets. */
const minLengthAcrossWords = 8;
/** Shorter patterns would match in any text. */
const minPatternLength = 2;

/** A telephone number in any groups of digits. */
const groupedNumber = /^\+?[\d\s()./-]+$/;
/** How many digits at the end of a telephone number stay the same, with or without the codes of country and area. */
export const localNumberLength = 7;
/** The longest ending of an inflected name, in letters. Longer endings make another word. */
const maxInflectionLength = 2;

/** Lists the offsets where the words of a normalized term begin. */
function listWordStarts({ characters, boundaries }: Pick<SearchText, 'characters' | 'boundaries'>): number[] {
  const starts: number[] = [];
  for (let offset = 0; offset < characters.length; offset += 1)
    if (boundaries[offset] === 1) starts.push(offset);
  return starts;
}

const numberAtStart = /^\p{N}/u;
const numberAtEnd = /\p{N}$/u;

/**
 * Creates the pattern of a term; null when the term has too few letters and digits. `normalized` is the text of the term in the form
 * for the search.
 */
export function createPattern(
  term: ConfidentialTerm,
  normalized: Pick<SearchText, 'characters' | 'boundaries'> = normalizeForSearch([term.text]),
): SearchPattern | null {
  const { characters } = normalized;
  if (characters.length < minPatternLength) return null;
  const isNumber = groupedNumber.test(term.text.normalize('NFKC').trim());
  if (isNumber && characters.length >= localNumberLength) {
    const localNumber = characters.slice(-localNumberLength);
    const anchors = { isAnchoredAtStart: false, isAnchoredAtEnd: true };
    return { term, characters: localNumber, ...anchors, maxSuffixLength: 0, innerBoundaries: null };
  }
  const isAcrossWords = isNumber || characters.length >= minLengthAcrossWords;
  const isUnanchored = characters.length >= minUnanchoredLength;
  return {
    term,
    characters,
    // Further digits make another number.
    isAnchoredAtStart: !isUnanchored || numberAtStart.test(characters),
    isAnchoredAtEnd: !isUnanchored || numberAtEnd.test(characters),
    maxSuffixLength: term.isInflected === true ? maxInflectionLength : 0,
    // Initials need the word boundaries, even behind a long title: `Professor Q.`.
    innerBoundaries: isAcrossWords && term.form !== 'initials' ? null : listWordStarts(normalized),
  };
}

/** Creates the patterns of many terms. They are normalized together, because one buffer is cheaper than thousands. */
export function createPatterns(terms: readonly ConfidentialTerm[]): SearchPattern[] {
  const { characters, boundaries, textEnds } = normalizeForSearch(terms.map(({ text }) => text));
  return terms.flatMap((term, index) => {
    const [start, end] = [textEnds[index - 1] ?? 0, textEnds[index] ?? 0];
    const normalized = {
      characters: characters.slice(start, end),
      boundaries: boundaries.subarray(start, end + 1),
    };
    return createPattern(term, normalized) ?? [];
  });
}
