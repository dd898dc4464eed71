import { isFrequentWord } from '../../../reports/confidential/terms/common-words';
import type { NameWord } from '../name-words';
import { isTitle, isVerbOfPerson } from '../person-words';

/** A name as it is written, and everywhere that the text writes it so. */
export interface Spelling {
  text: string;
  key: string;
  occurrences: NameWord[];
  /** Keys of the names before and after it, without titles. */
  lefts: ReadonlySet<string>;
  rights: ReadonlySet<string>;
}

/** Groups words by how they are written, in order of their first occurrence. */
export function groupSpellings(words: readonly NameWord[]): Spelling[] {
  const byText = new Map<string, NameWord[]>();
  for (const word of words) {
    const known = byText.get(word.text);
    if (known) known.push(word);
    else byText.set(word.text, [word]);
  }
  return [...byText].map(([text, occurrences]) => ({
    ...{ text, key: occurrences[0]?.key ?? '', occurrences },
    lefts: listKeys(occurrences.map(({ left }) => left)),
    rights: listKeys(occurrences.map(({ right }) => right)),
  }));
}

function listKeys(words: readonly (NameWord | null)[]): Set<string> {
  return new Set(words.flatMap((word) => (word && !isTitle(word.key) && !isFrequentWord(word.key) ? [word.key] : [])));
}

/** Words after which a capitalized word without an article is a name rather than a noun: `in Berlin`, `laut Weber`. */
const beforeNames = new Set('in nach aus bei laut von herr frau und mit fur zu um'.split(' '));

/** Whether the text uses a spelling as a name at least once, where nouns have capital letters as well. */
export function isUsedAsName({ occurrences }: Spelling, following: (word: NameWord) => string): boolean {
  return occurrences.some(
    (word) =>
      word.left !== null || word.right !== null || beforeNames.has(word.previous) || isVerbOfPerson(following(word)),
  );
}
