import type { ConfidentialTerm } from '../terms/confidential-term';
import { createPatternSearch, type PatternSearch } from './multi-pattern-search';
import type { Occurrence, SearchedPart } from './occurrence';
import { createPattern, type SearchPattern } from './search-patterns';
import type { SearchText } from './search-text-builder';
import { createSkeletonText, listWordsAt } from './skeleton-text';

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
export type DisguisedSearch = (
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
