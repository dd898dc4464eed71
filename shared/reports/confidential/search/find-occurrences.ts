import type { ReportPart } from '../../extract/report-part';
import type { LeakLevel } from '../leak';
import type { ConfidentialTerm } from '../terms/confidential-term';
import { createPatternSearch, type PatternSearch } from './multi-pattern-search';
import { normalizeForSearch, type SearchText } from './normalize-for-search';
import { createPattern, createPatterns, type SearchPattern, type Spacing } from './search-patterns';
import { createSkeletonText, listWordsAt } from './skeleton-text';

/** Where a term occurs in the parts of a report. Offsets and lengths count letters and digits in their normalized form. */
export interface Occurrence {
  term: ConfidentialTerm;
  /** The index of the part; null when the term runs across two parts. */
  partIndex: number | null;
  /** From the start of the first part. */
  offset: number;
  /** From the start of its part. */
  offsetInPart: number;
  length: number;
}

interface SearchOptions {
  spacing: Spacing;
  /** Whether a term may run across two parts, as words do at the end of a page. */
  crossesParts: boolean;
  /** Whether occurrences inside of a longer one are kept. */
  keepsCovered?: boolean;
}

/** How the parts of a report are searched. */
export const reliableSearch: SearchOptions = { spacing: 'reliable', crossesParts: false };

type SearchedPart = Pick<ReportPart, 'name' | 'text'>;

/** Finds terms in the normalized parts, as they are written there. */
function findWritten(
  text: SearchText,
  patterns: readonly SearchPattern[],
  crossesParts: boolean,
): Occurrence[] {
  const occurrences: Occurrence[] = [];
  let partIndex = 0;
  createPatternSearch(patterns)(text, ({ term, characters: { length } }, offset) => {
    while ((text.textEnds[partIndex] ?? offset + 1) <= offset) partIndex += 1;
    const isInPart = offset + length <= (text.textEnds[partIndex] ?? 0);
    if (!isInPart && !crossesParts) return;
    const offsetInPart = offset - (text.textEnds[partIndex - 1] ?? 0);
    occurrences.push({ term, partIndex: isInPart ? partIndex : null, offset, offsetInPart, length });
  });
  return occurrences;
}

/** A search for terms in texts in which confusable characters are equal. */
interface SkeletonSearch {
  search: PatternSearch;
  /** For each pattern, the term as it is written, and whether the term itself has confusable characters. */
  terms: ReadonlyMap<SearchPattern, { written: string; isDisguised: boolean }>;
}

function createSkeletonSearch(
  terms: readonly ConfidentialTerm[],
  spacing: Spacing,
  isSearched: (isDisguised: boolean) => boolean,
): SkeletonSearch {
  const byPattern = new Map<SearchPattern, { written: string; isDisguised: boolean }>();
  for (const term of terms) {
    const skeleton = createSkeletonText(term.text);
    const isDisguised = skeleton.words.some(({ folded }) => folded !== null);
    const pattern = isSearched(isDisguised) ? createPattern(term, spacing, skeleton) : null;
    const written = skeleton.words.map(({ characters }) => characters).join('');
    if (pattern) byPattern.set(pattern, { written, isDisguised });
  }
  return { search: createPatternSearch([...byPattern.keys()]), terms: byPattern };
}

/** Finds terms in one part where a word of the part, or of the term, is disguised by confusable characters. */
function findDisguised(
  { text }: SearchedPart,
  partIndex: number,
  partStart: number,
  { search, terms }: SkeletonSearch,
): Occurrence[] {
  const skeleton = createSkeletonText(text);
  const starts = [0];
  for (const { characters } of skeleton.words) starts.push((starts.at(-1) ?? 0) + characters.length);
  const occurrences: Occurrence[] = [];
  search(skeleton, (pattern, at) => {
    const { written, isDisguised } = terms.get(pattern) ?? { written: '', isDisguised: false };
    const { first, words } = listWordsAt(skeleton, at, pattern.characters.length);
    const characters = words.map((word) => word.characters).join('');
    if (!isDisguised && words.every(({ folded }) => folded === null)) return;
    // As it is written, it was found already.
    if (characters.includes(written)) return;
    const offsetInPart = starts[first] ?? 0;
    const { length } = characters;
    occurrences.push({
      term: pattern.term,
      partIndex,
      offset: partStart + offsetInPart,
      offsetInPart,
      length,
    });
  });
  return occurrences;
}

const anyConfusable = /[^\t\n -~]|[A-Za-z][01]+[A-Za-z]|[a-z]I[a-z]/;

/** Finds disguised terms in all parts that can have some. */
function findAllDisguised(
  terms: readonly ConfidentialTerm[],
  parts: readonly SearchedPart[],
  text: SearchText,
  spacing: Spacing,
): Occurrence[] {
  const confusable = new Set(text.confusableTexts);
  const all = confusable.size === 0 ? null : createSkeletonSearch(terms, spacing, () => true);
  const suspects = terms.filter((term) => anyConfusable.test(term.text));
  const disguised =
    suspects.length === 0 ? null : createSkeletonSearch(suspects, spacing, (isDisguised) => isDisguised);
  return parts.flatMap((part, index) => {
    const search = confusable.has(index) ? all : disguised;
    if (search === null || search.terms.size === 0) return [];
    return findDisguised(part, index, text.textEnds[index - 1] ?? 0, search);
  });
}

/** Orders by offset; of occurrences that begin together, the longest and surest first. */
function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    a.offset - b.offset ||
    b.length - a.length ||
    Number(a.term.level === 'possible') - Number(b.term.level === 'possible') ||
    // The same word may be a term with a capital letter and another one without. The text without secrets must name the same one.
    Number(b.term.isCapitalized === true) - Number(a.term.isCapitalized === true)
  );
}

/** Leaves out occurrences inside of a longer one that says as much: the surname in a full name. */
function removeCovered(sorted: readonly Occurrence[]): Occurrence[] {
  const ends: Record<LeakLevel, number> = { certain: -1, possible: -1 };
  return sorted.filter(({ term: { level }, offset, length }) => {
    const end = offset + length;
    if (end <= ends.certain || (level === 'possible' && end <= ends.possible)) return false;
    ends[level] = Math.max(ends[level], end);
    return true;
  });
}

/** Sorts occurrences that are mostly in order already. */
function sortOccurrences(occurrences: Occurrence[]): Occurrence[] {
  for (let index = 1; index < occurrences.length; index += 1) {
    const occurrence = occurrences[index];
    let at = index;
    for (; at > 0; at -= 1) {
      const before = occurrences[at - 1];
      if (!occurrence || !before || compareOccurrences(before, occurrence) <= 0) break;
      occurrences[at] = before;
    }
    if (occurrence) occurrences[at] = occurrence;
  }
  return occurrences;
}

/**
 * Finds terms in the parts of a report, regardless of case, width, white space and punctuation, and also where other characters
 * that look like theirs are written. Sorted by offset; without those that a longer occurrence covers. `text` are the parts in the
 * form of the search, for callers that have them already.
 */
export function findOccurrences(
  terms: readonly ConfidentialTerm[],
  parts: readonly SearchedPart[],
  { spacing, crossesParts, keepsCovered = false }: SearchOptions = reliableSearch,
  text: SearchText = normalizeForSearch(terms.length === 0 ? [] : parts.map((part) => part.text)),
): Occurrence[] {
  if (terms.length === 0) return [];
  const written = findWritten(text, createPatterns(terms, spacing), crossesParts);
  const disguised = findAllDisguised(terms, parts, text, spacing);
  const all =
    disguised.length === 0
      ? sortOccurrences(written)
      : [...written, ...disguised].toSorted(compareOccurrences);
  return keepsCovered ? all : removeCovered(all);
}
