import type { LeakLevel } from '#shared/reports/base/leak.ts';
import type { ConfidentialTerm } from './confidential-term.ts';
import { type ComparedText, createPatternSearch, type PatternSearch } from './multi-pattern-search.ts';
import { listNormalizedWords, type NormalizedWord, toSkeleton } from './normalize-words.ts';
import { createPattern, createPatterns, type SearchPattern } from './search-patterns.ts';
import { normalizeForSearch, type SearchText } from './search-text.ts';

/** Where a term occurs in the parts of a report. Offsets and lengths count letters and digits in their normalized form. */
export interface Occurrence {
  term: ConfidentialTerm;
  /** The index of the part. */
  partIndex: number;
  /** From the start of the first part. */
  offset: number;
  /** From the start of its part. */
  offsetInPart: number;
  length: number;
}

/** A text to search, and its name in messages. */
export interface SearchedPart {
  name: string;
  text: string;
}

/** Compares by offset, then puts longer and surer occurrences first. */
export function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    a.offset - b.offset ||
    b.length - a.length ||
    Number(a.term.level === 'possible') - Number(b.term.level === 'possible') ||
    // A word may be one term with a capital letter and another without. Every search has to choose the same one.
    Number(b.term.isCapitalized === true) - Number(a.term.isCapitalized === true)
  );
}

/** Leaves out occurrences within a longer one that reveals as much, such as the surname in a full name. */
export function removeCovered(sorted: readonly Occurrence[]): Occurrence[] {
  const ends: Record<LeakLevel, number> = { certain: -1, possible: -1 };
  return sorted.filter(({ term: { level }, offset, length }) => {
    const end = offset + length;
    if (end <= ends.certain || (level === 'possible' && end <= ends.possible)) return false;
    ends[level] = Math.max(ends[level], end);
    return true;
  });
}

/** The skeleton of a text, in which confusable characters are equal (UTS #39), and its words. */
interface SkeletonText extends ComparedText {
  words: readonly NormalizedWord[];
  /** The offset of each word in `characters`. */
  wordStarts: readonly number[];
}

/** Makes the skeleton of a text. It is searched only for disguised words, because ordinary words can have equal skeletons. */
function createSkeletonText(text: string): SkeletonText {
  const words = listNormalizedWords(text);
  const skeletons = words.map(({ characters, folded }) => toSkeleton(folded ?? characters));
  const characters = skeletons.join('');
  const boundaries = new Uint8Array(characters.length + 1);
  const capitals = new Uint8Array(characters.length + 1);
  const wordStarts: number[] = [];
  let offset = 0;
  for (const [index, { length }] of skeletons.entries()) {
    wordStarts.push(offset);
    boundaries[offset] = 1;
    capitals[offset] = words[index]?.isCapital === true ? 1 : 0;
    offset += length;
  }
  boundaries[offset] = 1;
  return { characters, boundaries, capitals, words, wordStarts };
}

/** The words that an occurrence touches, and the index of the first of them. */
function listWordsAt(
  { words, wordStarts }: SkeletonText,
  offset: number,
  length: number,
): { first: number; words: NormalizedWord[] } {
  let low = 0;
  let high = wordStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((wordStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  let end = low;
  while (end < words.length && (wordStarts[end] ?? 0) < offset + length) end += 1;
  return { first: low, words: words.slice(low, end) };
}

/** A search for terms in texts in which confusable characters are equal. */
interface SkeletonSearch {
  search: PatternSearch;
  /** For each pattern, the term as it is written, and whether the term itself has confusable characters. */
  terms: ReadonlyMap<SearchPattern, { written: string; isDisguised: boolean }>;
}

function createSkeletonSearch(
  terms: readonly ConfidentialTerm[],
  isSearched: (isDisguised: boolean) => boolean,
): SkeletonSearch {
  const byPattern = new Map<SearchPattern, { written: string; isDisguised: boolean }>();
  for (const term of terms) {
    const skeleton = createSkeletonText(term.text);
    const isDisguised = skeleton.words.some(({ folded }) => folded !== null);
    const pattern = isSearched(isDisguised) ? createPattern(term, skeleton) : null;
    const written = skeleton.words.map(({ characters }) => characters).join('');
    if (pattern) byPattern.set(pattern, { written, isDisguised });
  }
  return { search: createPatternSearch([...byPattern.keys()]), terms: byPattern };
}

type IsSearched = (term: ConfidentialTerm) => boolean;

/** Finds terms in one part where a word of the part, or of the term, is disguised by confusable characters. */
function findInPart(
  { text }: SearchedPart,
  place: Pick<Occurrence, 'partIndex'> & { partStart: number },
  { search, terms }: SkeletonSearch,
  isSearched: IsSearched,
): Occurrence[] {
  const { partIndex, partStart } = place;
  const skeleton = createSkeletonText(text);
  const starts = [0];
  for (const { characters } of skeleton.words) starts.push((starts.at(-1) ?? 0) + characters.length);
  const matches: { pattern: SearchPattern; at: number; length: number }[] = [];
  search(skeleton, (pattern, at, length) => matches.push({ pattern, at, length }), isSearched);
  // Longer terms come first: occurrences that begin in one word have equal lengths, that of the word.
  matches.sort((a, b) => a.at - b.at || b.length - a.length);
  return matches.flatMap(({ pattern, at, length }): Occurrence | [] => {
    const { written, isDisguised } = terms.get(pattern) ?? { written: '', isDisguised: false };
    const { first, words } = listWordsAt(skeleton, at, length);
    const characters = words.map((word) => word.characters).join('');
    if (!isDisguised && words.every(({ folded }) => folded === null)) return [];
    // The ordinary search has already found undisguised words.
    if (characters.includes(written)) return [];
    const offsetInPart = starts[first] ?? 0;
    const offset = partStart + offsetInPart;
    return { term: pattern.term, partIndex, offset, offsetInPart, length: characters.length };
  });
}

const anyConfusable = /[^\t\n -~]|[A-Za-z][01]+[A-Za-z]|[a-z]I[a-z]|\d[OoIl]|[OoIl]\d/;

/** Finds disguised terms in all parts that can have some. `text` holds the parts in the form for the search. */
type DisguisedSearch = (
  parts: readonly SearchedPart[],
  text: Pick<SearchText, 'confusableTexts' | 'textEnds'>,
  isSearched: IsSearched,
) => Occurrence[];

/** Prepares the search for disguised terms. The skeletons of the terms are made when a text first needs them. */
function createDisguisedSearch(terms: readonly ConfidentialTerm[]): DisguisedSearch {
  const suspects = terms.filter((term) => anyConfusable.test(term.text));
  let all: SkeletonSearch | null = null;
  let disguised: SkeletonSearch | null = null;
  return (parts, { confusableTexts, textEnds }, isSearched) => {
    const confusable = new Set(confusableTexts);
    if (suspects.length === 0 && confusable.size === 0) return [];
    return parts.flatMap((part, partIndex) => {
      let search: SkeletonSearch;
      if (confusable.has(partIndex)) search = all ??= createSkeletonSearch(terms, () => true);
      else search = disguised ??= createSkeletonSearch(suspects, (isDisguised) => isDisguised);
      if (search.terms.size === 0) return [];
      return findInPart(part, { partIndex, partStart: textEnds[partIndex - 1] ?? 0 }, search, isSearched);
    });
  };
}

interface SearchOptions {
  /** Whether occurrences within a longer one are kept. */
  keepsCovered?: boolean;
  /** Excludes terms from the search. */
  isSearched?: (term: ConfidentialTerm) => boolean;
  /** Called with each occurrence at once, so that `isSearched` can exclude the term from then on. */
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
 * A search for terms, regardless of case, width, white space and punctuation. It also finds terms that are disguised by characters
 * that look alike.
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
  /** Converts a match; null for one that runs from one part into the next. */
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
    findOccurrences(parts, { keepsCovered = false, isSearched = () => true, onFound } = {}) {
      if (terms.length === 0) return [];
      const text = normalizeForSearch(parts.map((part) => part.text));
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

/** As `countTerms`, with a search that the caller uses several times. */
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
