/** Classes of words that the rules use. The numbers are bits, because a word can be in several classes. */
export const wordClass = {
  number: 1 << 0,
  magnitude: 1 << 1,
  manyOf: 1 << 2,
  fraction: 1 << 3,
  percent: 1 << 4,
  currency: 1 << 5,
  month: 1 << 6,
  weekday: 1 << 7,
  beforeDate: 1 << 8,
  relativeDay: 1 << 9,
  period: 1 << 10,
  whichPeriod: 1 << 11,
  saying: 1 << 12,
  role: 1 << 13,
  functionWord: 1 << 14,
  determiner: 1 << 15,
  pronoun: 1 << 16,
  superlative: 1 << 17,
  ordinal: 1 << 18,
  comparative: 1 << 19,
  change: 1 << 20,
  law: 1 << 21,
  numberedLaw: 1 << 22,
  title: 1 << 23,
  about: 1 << 24,
  nameLink: 1 << 25,
  times: 1 << 26,
  /** A month that is also a word or a name: "May", "March". */
  unsureMonth: 1 << 27,
  auxiliary: 1 << 28,
} as const;

type WordClass = keyof typeof wordClass;

/** The classes of each known word, in lower case, as a sum of bits. */
export type Lexicon = ReadonlyMap<string, number>;

function isWordClass(name: string): name is WordClass {
  return name in wordClass;
}

/** Builds a lexicon from lists of words separated by spaces. A word can be in several lists. */
export function buildLexicon(lists: Partial<Record<WordClass, string>>): Map<string, number> {
  const lexicon = new Map<string, number>();
  for (const [name, words] of Object.entries(lists)) {
    const bits = isWordClass(name) ? wordClass[name] : 0;
    for (const word of words.trim().split(/\s+/)) lexicon.set(word, (lexicon.get(word) ?? 0) | bits);
  }
  return lexicon;
}
