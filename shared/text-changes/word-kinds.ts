import { capitalizedDates, dates, hedges, negations, numerals, units } from './word-lists';

/** The subject of a word; `words` where it is in none of the lists. */
export type WordKind = 'number' | 'date' | 'name' | 'unit' | 'negation' | 'hedge' | 'words';

/** A word that is in several lists has the kind of the first. */
const lists = [
  ['negation', negations],
  ['date', dates],
  ['number', numerals],
  ['unit', units],
  ['hedge', hedges],
] as const;

/** Whether a word starts with a capital letter. Not by an expression: compiling one for all scripts takes milliseconds. */
export function isCapitalized(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** The kind of a word without digits. `mayBeName`: its capital letter, if it has one, is not that of a sentence's start. */
export function getWordKind(word: string, mayBeName: boolean): WordKind {
  const lower = word.toLowerCase();
  if (/n['’]t$/.test(lower)) return 'negation';
  const isNoDate = word === lower && capitalizedDates.has(lower);
  for (const [kind, list] of lists) if (list.has(lower) && !(kind === 'date' && isNoDate)) return kind;
  return mayBeName && isCapitalized(word) ? 'name' : 'words';
}

/** Whether a word names a day or a month, with or without a capital letter. */
export function isDateWord(word: string): boolean {
  return dates.has(word.toLowerCase());
}
