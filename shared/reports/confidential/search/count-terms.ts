import type { ConfidentialTerm } from '../terms/confidential-term';
import type { Occurrence, SearchedPart } from './occurrence';
import { createTermSearch, type TermSearch } from './term-search';

/** How often each term occurs in each part, by the part's name. Terms and parts without an occurrence are left out. */
export type TermCounts = ReadonlyMap<ConfidentialTerm, ReadonlyMap<string, number>>;

/** Counts occurrences by term and by the name of the part. */
function countOccurrences(
  occurrences: readonly Occurrence[],
  parts: readonly Pick<SearchedPart, 'name'>[],
): TermCounts {
  const termCounts = new Map<ConfidentialTerm, Map<string, number>>();
  for (const { term, partIndex } of occurrences) {
    const name = parts[partIndex]?.name ?? '';
    const counts = termCounts.get(term) ?? new Map<string, number>();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    termCounts.set(term, counts);
  }
  return termCounts;
}

/** Counts terms in the parts of a report, as `createTermSearch` finds them. */
export function countTerms(terms: readonly ConfidentialTerm[], parts: readonly SearchedPart[]): TermCounts {
  return countFound(createTermSearch(terms), parts);
}

/** Counts the terms of a search in the parts of a report, for callers that search several times. */
export function countFound(search: TermSearch, parts: readonly SearchedPart[]): TermCounts {
  return countOccurrences(search.findOccurrences(parts), parts);
}

/** Sums how often a term occurs, in all parts or in those that `isIncluded` accepts by their name. */
export function sumOccurrences(
  counts: TermCounts,
  term: ConfidentialTerm,
  isIncluded = (_name: string) => true,
): number {
  const occurrences = Array.from(counts.get(term) ?? []);
  return occurrences.reduce((sum, [name, count]) => sum + (isIncluded(name) ? count : 0), 0);
}
