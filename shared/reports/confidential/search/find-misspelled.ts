import { isCommonWord } from '../../../text/common-words';
import type { SearchPattern } from './search-patterns';
import type { SearchText } from './search-text-builder';

type SearchedText = Pick<SearchText, 'characters' | 'boundaries' | 'capitals'>;

/** In UTF-16 code units: a word with one letter changed begins or ends with as many of the name's letters. */
const keyLength = 2;

/** Whether two words are equal, or differ in one letter that is more, less or another, or in two that changed places. */
export function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restOfA, restOfB] = [a.slice(start), b.slice(start)];
  if (restOfA === restOfB) return true;
  if (a.length > b.length) return restOfA.slice(1) === restOfB;
  if (a.length < b.length) return restOfA === restOfB.slice(1);
  if (restOfA.slice(1) === restOfB.slice(1)) return true;
  const isSwapped = restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0];
  return isSwapped && restOfA.slice(2) === restOfB.slice(2);
}

function getKey(characters: string, offset: number): number {
  return characters.charCodeAt(offset) * 0x10000 + characters.charCodeAt(offset + 1);
}

/** Indexes patterns by the letters that they begin or end with. */
function indexByKey(
  patterns: readonly SearchPattern[],
  getOffset: (pattern: SearchPattern) => number,
): Map<number, SearchPattern[]> {
  const byKey = new Map<number, SearchPattern[]>();
  for (const pattern of patterns) {
    const key = getKey(pattern.characters, getOffset(pattern));
    byKey.set(key, [...(byKey.get(key) ?? []), pattern]);
  }
  return byKey;
}

/**
 * Prepares a search for names with one letter changed. Most words are left out by their length and by the letters that they begin and
 * end with. A word in lower case counts where the name is long, and a common word never does: `Quill` for `Quell`.
 */
export function createMisspellingSearch(
  patterns: readonly SearchPattern[],
): (text: SearchedText, onMatch: (pattern: SearchPattern, offset: number, length: number) => void) => void {
  if (patterns.length === 0) return () => undefined;
  const lengths = patterns.map(({ characters }) => characters.length);
  const [least, most] = [Math.min(...lengths) - 1, Math.max(...lengths) + 1];
  const byStart = indexByKey(patterns, () => 0);
  const byEnd = indexByKey(patterns, ({ characters }) => characters.length - keyLength);
  return ({ characters, boundaries, capitals }, onMatch) => {
    let start = 0;
    for (let end = 1; end <= characters.length; end += 1) {
      if (boundaries[end] !== 1) continue;
      const offset = start;
      const length = end - start;
      start = end;
      if (length < least || length > most) continue;
      const atStart = byStart.get(getKey(characters, offset));
      const atEnd = byEnd.get(getKey(characters, end - keyLength));
      if (!atStart && !atEnd) continue;
      const word = characters.slice(offset, end);
      for (const pattern of new Set([...(atStart ?? []), ...(atEnd ?? [])])) {
        const isNoticed = capitals[offset] === 1 || pattern.characters.length >= minLengthInLowerCase;
        if (isNoticed && isOneEditApart(word, pattern.characters) && !isCommonWord(word))
          onMatch(pattern, offset, length);
      }
    }
  };
}

/** In letters: a shorter name in lower case, with a letter changed, is another word. */
const minLengthInLowerCase = 9;
