import type { ConfidentialTerm } from '../terms/confidential-term';
import { normalizeForSearch, type SearchText } from './search-text';

/** A pattern for which normalized text is searched. */
export interface SearchPattern {
  term: ConfidentialTerm;
  /** Letters and digits of the term, or of the part of it that identifies it. */
  characters: string;
  /** Whether it only matches where a word begins, and where a word ends. */
  isAnchoredAtStart: boolean;
  isAnchoredAtEnd: boolean;
  /** How many more letters a word may have at its end. */
  maxSuffixLength: number;
  /** Offsets of the words in it, when a match must have the same: `Ek` does not match `E. K.` Null when it need not. */
  innerBoundaries: readonly number[] | null;
}

/** From this length on, in UTF-16 code units, no pattern matches by chance, so it is not anchored to words. */
const minUnanchoredLength = 16;
/** Shorter patterns only match where words begin at the same offsets. */
const minLengthAcrossWords = 8;
/** Shorter patterns would match in any text. */
const minPatternLength = 2;

/** A number as it is dialled, in any groups of digits. */
const groupedNumber = /^\+?[\d\s()./-]+$/;
/** How many digits at the end of a telephone number stay the same, with or without the codes of country and area. */
export const localNumberLength = 7;
/** In letters: longer endings make another word. */
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
 * Creates the pattern of a term; null when the term has too few letters and digits. `normalized` is its text in the form of
 * the text that is searched.
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
    // The letters of initials are known by where they stand, also behind a long title: `Professor Q.`.
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
