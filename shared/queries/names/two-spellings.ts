import type { ReadDraft } from '#shared/reading/read-text.ts';
import { foldForSearch } from '#shared/text/characters/folding.ts';
import { isCommonWord } from '#shared/text/common-words.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import type { Query } from '../base/query.ts';
import { isSameName, type NamePair } from './is-same-name.ts';
import { type Names, type NameWord, quote } from './name-words.ts';
import { pairSpellings } from './near-keys.ts';
import { getNameUse, groupSpellings, type NameUse, type Spelling } from './spellings.ts';

/** The most queries about spellings. A text with more of them hardly has names. */
const maxQueries = 200;
/** The most places of the odd spelling that a query shows. */
const maxPlaces = 5;

/** Languages that inflect names: Czech `Karel`, `Karla`. */
const inflecting = /^(?:pl|cs|sk|sl|hr|bs|sr|fi|et|hu|tr|az|lt|lv|ro|eu|is|ga|cy|la|sq)\b/iu;

/** Finds names that the text spells in two ways. The rarer spelling is the odd one. */
export function findTwoSpellings(draft: ReadDraft, names: Names): Query[] {
  if (inflecting.test(draft.language ?? '')) return [];
  const spellings = groupSpellings(names).filter((spelling) => !isDefined(draft.text, spelling));
  const uses = new Map<Spelling, NameUse>();
  const getUse = (spelling: Spelling) => {
    const use = uses.get(spelling) ?? getNameUse(spelling, (word) => getNextWord(draft, word));
    uses.set(spelling, use);
    return use;
  };
  const queries: Query[] = [];
  for (const [a, b] of [...pairSpellings(spellings), ...pairSplit(spellings)]) {
    const pair = orderPair(a, b);
    if (queries.length === maxQueries || areSideBySide(draft.text, pair)) continue;
    if (isSplit(pair) || isSameName(pair, names, getUse)) queries.push(createQuery(draft.text, pair));
  }
  return queries;
}

/** The word after a name, in lower case without accents. */
export function getNextWord(draft: ReadDraft, { end }: NameWord): string {
  return foldForSearch(/^[,]? ([\p{L}\p{M}]+)/u.exec(draft.text.slice(end, end + 30))?.[1] ?? '');
}

/** Whether the text defines a word as an abbreviation: "Technology Transformation Services (TechTS)". */
function isDefined(text: string, { occurrences }: Spelling): boolean {
  return occurrences.some(
    ({ start, end }) =>
      text[start - 1] === '(' &&
      text[end] === ')' &&
      /\p{Lu}[^.]* \($/u.test(text.slice(Math.max(0, start - 60), start)),
  );
}

/** Between two names that a sentence puts beside each other: "Ada Smith and Ben Smyth". */
const conjunction = /^(?: \p{Lu}[\p{L}.]*)?,? (?:and|und|&|or|oder|vs\.?) (?:\p{Lu}[\p{L}.]* )?$/u;

/** Whether a sentence names both together, so that they are two names. */
function areSideBySide(text: string, { usual, odd }: NamePair): boolean {
  return odd.occurrences.slice(0, maxPlaces).some((a) =>
    usual.occurrences.some((b) => {
      const [first, second] = a.start < b.start ? [a, b] : [b, a];
      return second.start - first.end < 60 && conjunction.test(text.slice(first.end, second.start));
    }),
  );
}

function orderPair(a: Spelling, b: Spelling): NamePair {
  const more = a.occurrences.length - b.occurrences.length;
  const isUsual = more > 0 || (more === 0 && (isCommonWord(a.key) || !isCommonWord(b.key)));
  return isUsual ? { usual: a, odd: b } : { usual: b, odd: a };
}

/** First parts of surnames that may be written as a word of their own: Mac Donald, Van Buren. */
const firstParts = new Set('mac mc de del della di du la le van von st fitz ben el al'.split(' '));

/** Pairs names in one word with the same letters in two words: MacDonald and Mac Donald, YouTube and You Tube. */
function pairSplit(spellings: readonly Spelling[]): [Spelling, Spelling][] {
  const byKey = new Map(spellings.map((spelling) => [spelling.key, spelling]));
  const apart = new Map<string, Spelling>();
  for (const { occurrences } of spellings)
    for (const word of occurrences) {
      const { right } = word;
      const joined = right && !right.isAfterHyphen ? byKey.get(word.key + right.key) : undefined;
      if (!right || !joined || !(firstParts.has(word.key) || /\p{Ll}\p{Lu}/u.test(joined.text))) continue;
      const text = `${word.text} ${right.text}`;
      const known = apart.get(text) ?? { ...joined, text, key: `${word.key} ${right.key}`, occurrences: [] };
      known.occurrences.push({ ...word, end: right.end });
      apart.set(text, known);
    }
  return [...apart.values()].flatMap((split): [Spelling, Spelling][] => {
    const joined = byKey.get(split.key.replace(' ', ''));
    return joined ? [[joined, split]] : [];
  });
}

function isSplit({ usual, odd }: NamePair): boolean {
  return usual.key.includes(' ') || odd.key.includes(' ');
}

function createQuery(text: string, { usual, odd }: NamePair): Query {
  const isShared = (side: 'lefts' | 'rights') => [...usual[side]].some((key) => odd[side].has(key));
  const [beside, keys] = isShared('lefts')
    ? (['left', usual.lefts] as const)
    : isShared('rights')
      ? (['right', usual.rights] as const)
      : [null, null];
  const withName = (word: NameWord) => {
    const other = beside && word[beside];
    return other && keys?.has(other.key) ? join(word, other) : word;
  };
  const nearest = (words: readonly NameWord[]) => words.find((word) => withName(word) !== word) ?? words[0];
  const [usualWord, ...moreUsual] = [nearest(usual.occurrences), ...usual.occurrences].flatMap(
    (word) => word ?? [],
  );
  const oddWord = nearest(odd.occurrences);
  if (!usualWord || !oddWord) throw new Error(`no occurrence among ${moreUsual.length}`);
  const [first, ...others] = [usualWord, ...odd.occurrences.slice(0, maxPlaces)]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  return {
    rule: 'spelling',
    places: [first ?? usualWord, ...others],
    explanation: `The article writes ${quote(text, withName(usualWord))} ${times(usual)}, and ${quote(text, withName(oddWord))} ${times(odd)}.`,
  };
}

function join(a: NameWord, b: NameWord): NameWord {
  return { ...a, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function times({ occurrences: { length } }: Spelling): string {
  return length === 1 ? 'once' : formatCount(length, 'time');
}
