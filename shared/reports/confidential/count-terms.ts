import type { ReportPart } from '../extract/report-part';
import type { ConfidentialTerm } from './confidential-terms';
import { findPatterns } from './multi-pattern-search';
import { normalizeForSearch } from './normalize-for-search';
import { createPattern, type Spacing } from './search-patterns';

/** How often each term occurs in each part, by the part's name. Terms and parts without an occurrence are left out. */
export type TermCounts = ReadonlyMap<ConfidentialTerm, ReadonlyMap<string, number>>;

/** The name under which occurrences are counted that run across two parts. */
export const acrossPages = 'the pages';

interface SearchOptions {
  spacing: Spacing;
  /** Whether a term may run across two parts, as words do at the end of a page. */
  crossesParts: boolean;
}

/** Counts terms in the parts of a report, regardless of case, width, white space and punctuation. */
export function countTerms(
  terms: readonly ConfidentialTerm[],
  parts: readonly Pick<ReportPart, 'name' | 'text'>[],
  { spacing, crossesParts }: SearchOptions = { spacing: 'reliable', crossesParts: false },
): TermCounts {
  const text = normalizeForSearch(parts.map((part) => part.text));
  const patterns = terms.flatMap((term) => createPattern(term, spacing) ?? []);
  const termCounts = new Map<ConfidentialTerm, Map<string, number>>();
  let partIndex = 0;
  findPatterns(text, patterns, ({ term, characters }, offset) => {
    while ((text.textEnds[partIndex] ?? offset + 1) <= offset) partIndex += 1;
    const isInPart = offset + characters.length <= (text.textEnds[partIndex] ?? 0);
    if (!isInPart && !crossesParts) return;
    const name = isInPart ? (parts[partIndex]?.name ?? acrossPages) : acrossPages;
    const counts = termCounts.get(term) ?? new Map<string, number>();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    termCounts.set(term, counts);
  });
  return termCounts;
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
