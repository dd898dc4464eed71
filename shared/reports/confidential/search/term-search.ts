import type { ConfidentialTerm } from '../terms/confidential-term';
import { createDisguisedSearch } from './find-disguised';
import { createPatternSearch } from './multi-pattern-search';
import { normalizeForSearch, type SearchText } from './normalize-for-search';
import type { Occurrence, SearchedPart } from './occurrence';
import { createPatterns, type Spacing } from './search-patterns';
import { compareOccurrences, removeCovered } from './sort-occurrences';

interface SearchOptions {
  /** Whether a term may run across two parts, as words do at the end of a page. */
  crossesParts?: boolean;
  /** Whether occurrences inside of a longer one are kept. */
  keepsCovered?: boolean;
  /** Leaves out terms. */
  isSearched?: (term: ConfidentialTerm) => boolean;
  /** The parts in the form of the search, for callers that have them already. */
  text?: SearchText;
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
 * Finds terms in the parts of a report, regardless of case, width, white space and punctuation, and also where other characters
 * that look like theirs are written. Sorted by offset; without those that a longer occurrence covers.
 */
export type TermSearch = (parts: readonly SearchedPart[], options?: SearchOptions) => Occurrence[];

/** Prepares a search for terms, which takes about as long as searching a short article. */
export function createTermSearch(
  terms: readonly ConfidentialTerm[],
  spacing: Spacing = 'reliable',
): TermSearch {
  if (terms.length === 0) return () => [];
  const findPatterns = createPatternSearch(createPatterns(terms, spacing));
  const findDisguised = createDisguisedSearch(terms, spacing);
  return (parts, { crossesParts = false, keepsCovered = false, isSearched = () => true, text } = {}) => {
    const normalized = text ?? normalizeForSearch(parts.map((part) => part.text));
    const { textEnds } = normalized;
    const written: Occurrence[] = [];
    findPatterns(
      normalized,
      ({ term, characters: { length } }, offset) => {
        const index = findTextAt(textEnds, offset);
        const isInPart = offset + length <= (textEnds[index] ?? 0);
        if (!isInPart && !crossesParts) return;
        const offsetInPart = offset - (textEnds[index - 1] ?? 0);
        written.push({ term, partIndex: isInPart ? index : null, offset, offsetInPart, length });
      },
      isSearched,
    );
    const disguised = findDisguised(parts, normalized, isSearched);
    const all = [...written, ...disguised].sort(compareOccurrences);
    return keepsCovered ? all : removeCovered(all);
  };
}
