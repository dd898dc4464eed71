import type { ConfidentialTerm } from '../terms/confidential-term';
import { createDisguisedSearch } from './find-disguised';
import { createPatternSearch } from './multi-pattern-search';
import { normalizeForSearch } from './normalize-for-search';
import { compareOccurrences, type Occurrence, removeCovered, type SearchedPart } from './occurrence';
import { createPatterns, type SearchPattern } from './search-patterns';
import type { SearchText } from './search-text-builder';

interface SearchOptions {
  /** Whether occurrences inside of a longer one are kept. */
  keepsCovered?: boolean;
  /** Leaves out terms. */
  isSearched?: (term: ConfidentialTerm) => boolean;
  /** The parts in the form of the search, for callers that have them already. */
  text?: SearchText;
  /** Called with each occurrence as it is found, so that `isSearched` can leave out the term from then on. */
  onFound?: (occurrence: Occurrence) => void;
}

/** Finds the index of the text that an offset lies in, by bisection. */
function findTextAt(textEnds: readonly number[], offset: number): number {
  let low = 0;
  let high = textEnds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((textEnds[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A search for terms, regardless of case, width, white space and punctuation, and also where other characters that look like
 * theirs are written.
 */
export interface TermSearch {
  /** Finds where terms occur. Sorted by offset; without occurrences that a longer one covers. */
  findOccurrences(parts: readonly SearchedPart[], options?: SearchOptions): Occurrence[];
  /** Finds which terms occur in these texts at all, also those that are part of a longer one. */
  findTerms(texts: readonly string[], isSearched: (term: ConfidentialTerm) => boolean): Set<ConfidentialTerm>;
}

/** Prepares a search for terms, which takes about as long as searching a short article. */
export function createTermSearch(terms: readonly ConfidentialTerm[]): TermSearch {
  const findPatterns = createPatternSearch(createPatterns(terms));
  const findDisguised = createDisguisedSearch(terms);
  /** Null for one that would run from a part into the next. */
  const toOccurrence = (
    { term }: SearchPattern,
    offset: number,
    length: number,
    { textEnds }: SearchText,
  ): Occurrence | null => {
    const partIndex = findTextAt(textEnds, offset);
    if (offset + length > (textEnds[partIndex] ?? 0)) return null;
    return { term, partIndex, offset, offsetInPart: offset - (textEnds[partIndex - 1] ?? 0), length };
  };
  return {
    findOccurrences(
      parts,
      { keepsCovered = false, isSearched = () => true, text: normalized, onFound } = {},
    ) {
      if (terms.length === 0) return [];
      const text = normalized ?? normalizeForSearch(parts.map((part) => part.text));
      const occurrences: Occurrence[] = [];
      const add = (pattern: SearchPattern, offset: number, length: number) => {
        const occurrence = toOccurrence(pattern, offset, length, text);
        if (!occurrence) return;
        occurrences.push(occurrence);
        onFound?.(occurrence);
      };
      findPatterns(text, add, isSearched);
      const disguised = findDisguised(parts, text, isSearched);
      if (onFound) for (const occurrence of disguised) onFound(occurrence);
      const all = [...occurrences, ...disguised].sort(compareOccurrences);
      return keepsCovered ? all : removeCovered(all);
    },
    findTerms(texts, isSearched) {
      const found = new Set<ConfidentialTerm>();
      if (terms.length === 0) return found;
      const isLeft = (term: ConfidentialTerm) => isSearched(term) && !found.has(term);
      const text = normalizeForSearch(texts);
      const add = (pattern: SearchPattern, offset: number, length: number) => {
        if (toOccurrence(pattern, offset, length, text)) found.add(pattern.term);
      };
      findPatterns(text, add, isLeft);
      const parts = texts.map((one) => ({ name: '', text: one }));
      for (const { term } of findDisguised(parts, text, isLeft)) found.add(term);
      return found;
    },
  };
}
