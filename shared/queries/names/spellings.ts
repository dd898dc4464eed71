import { isFrequentWord } from '#shared/text/common-words.ts';
import { isTitle, isVerbOfPerson } from '#shared/text/words-around-names.ts';
import type { Names, NameWord } from './name-words.ts';

/** One spelling of a name, with all its occurrences. */
export interface Spelling {
  text: string;
  key: string;
  occurrences: NameWord[];
  /** Keys of the names before and after it, without titles. */
  lefts: ReadonlySet<string>;
  rights: ReadonlySet<string>;
}

/** Groups words by spelling, in order of the first occurrence. */
export function groupSpellings({ words, capitalizesNouns }: Names): Spelling[] {
  // A noun that also stands alone is no first name: `Brauerei Grünwedel`, `die Brauerei`.
  const alone = new Set(capitalizesNouns ? words.flatMap(({ key, right }) => (right ? [] : [key])) : []);
  const byText = new Map<string, NameWord[]>();
  for (const word of words) {
    const known = byText.get(word.text);
    if (known) known.push(word);
    else byText.set(word.text, [word]);
  }
  return [...byText].map(([text, occurrences]) => ({
    text,
    key: occurrences[0]?.key ?? '',
    occurrences,
    lefts: listKeys(occurrences.map(({ left }) => (left && alone.has(left.key) ? null : left))),
    rights: listKeys(occurrences.map(({ right }) => right)),
  }));
}

/** Nouns that German puts before other nouns: `Ende Juni`, `drei Euro Miete`. */
const measures = new Set(
  'anfang mitte ende euro dollar franken cent prozent uhr million millionen milliarde milliarden jahr jahre jahren monat monate tag tage meter kilometer liter tonnen'.split(
    ' ',
  ),
);

function listKeys(words: readonly (NameWord | null)[]): Set<string> {
  const isName = ({ key }: NameWord) => !isTitle(key) && !isFrequentWord(key) && !measures.has(key);
  return new Set(words.flatMap((word) => (word && isName(word) ? [word.key] : [])));
}

/** Words after which a capitalized word without an article is a name rather than a noun: `in Berlin`, `laut Weber`. */
const beforeNames = new Set('in nach aus bei laut von herr frau'.split(' '));

/** Whether the places of a spelling show that it is a person, or at least a name, in a text that capitalizes all nouns. */
export type NameUse = 'person' | 'name' | 'unknown';

/** Judges a spelling by the words beside it: a verb of saying or a title makes it a person; other capitalized words make it a name. */
export function getNameUse({ occurrences }: Spelling, getNext: (word: NameWord) => string): NameUse {
  const isPerson = occurrences.some(
    (word) =>
      hasTitleAndFirstName(word) ||
      (word.left !== null && courtesies.has(word.left.key)) ||
      isVerbOfPerson(word.previous) ||
      (word.isFirst && isVerbOfPerson(getNext(word))),
  );
  if (isPerson) return 'person';
  const isName = occurrences.some(({ left, right, previous }) => left || right || beforeNames.has(previous));
  return isName ? 'name' : 'unknown';
}

/** Titles that stand only before persons. */
const courtesies = new Set('mr mrs ms miss dr lord sir dame herr herrn frau'.split(' '));

/** Whether a title or role and a first name stand before it: `Bürgermeister Onno Harksen`, not `ein Spiegel-Online Beitrag`. */
function hasTitleAndFirstName({ left, isAfterHyphen }: NameWord): boolean {
  return left?.left != null && !isAfterHyphen && !left.isAfterHyphen;
}
