import type { ConfidentialTerm } from '../terms/confidential-term';
import { toSkeleton } from './confusables';
import { createPatternSearch, type PatternSearch, type SearchedText } from './multi-pattern-search';
import { listNormalizedWords, type NormalizedWord } from './normalize-words';
import type { Occurrence, SearchedPart } from './occurrence';
import { createPattern, type SearchPattern } from './search-patterns';
import type { SearchText } from './search-text-builder';

/** A text in which confusable characters are equal (UTS #39), and the words that it was made from. */
interface SkeletonText extends SearchedText {
  words: readonly NormalizedWord[];
  /** The offset of each word in `characters`. */
  wordStarts: readonly number[];
}

/** Makes the skeleton of a text. It is only searched where a word is disguised, because ordinary words can be equal in it. */
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
  // The longest of the terms that begin in a word comes first, because their occurrences are equally long: as the word.
  matches.sort((a, b) => a.at - b.at || b.length - a.length);
  return matches.flatMap(({ pattern, at, length }): Occurrence | [] => {
    const { written, isDisguised } = terms.get(pattern) ?? { written: '', isDisguised: false };
    const { first, words } = listWordsAt(skeleton, at, length);
    const characters = words.map((word) => word.characters).join('');
    if (!isDisguised && words.every(({ folded }) => folded === null)) return [];
    // As it is written, it was found already.
    if (characters.includes(written)) return [];
    const offsetInPart = starts[first] ?? 0;
    const offset = partStart + offsetInPart;
    return { term: pattern.term, partIndex, offset, offsetInPart, length: characters.length };
  });
}

const anyConfusable = /[^\t\n -~]|[A-Za-z][01]+[A-Za-z]|[a-z]I[a-z]|\d[OoIl]|[OoIl]\d/;

/** Finds disguised terms in all parts that can have some. `text` are the parts in the form of the search. */
type DisguisedSearch = (
  parts: readonly SearchedPart[],
  text: Pick<SearchText, 'confusableTexts' | 'textEnds'>,
  isSearched: IsSearched,
) => Occurrence[];

/** Prepares the search for disguised terms. Their skeletons are made with the first text that needs them. */
export function createDisguisedSearch(terms: readonly ConfidentialTerm[]): DisguisedSearch {
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
