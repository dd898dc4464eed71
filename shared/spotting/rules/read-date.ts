import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';
import { isYear, touch } from './read-count';
import type { Candidate, Rule } from './rule';

const day = /^(?:0?[1-9]|[12]\d|3[01])$/;
const numericDate = /^(?:\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})|\d{4}[./]\d{1,2}[./]\d{1,2})$/;
const clockTime = /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/;

/** The worth of a day in a month, with or without its year. */
export const fullDate = 0.62;

export function date(from: number, to: number, worth: number, reason = 'A date'): Candidate {
  return { from, to, kind: 'date', reason, worth };
}

function isDay(token: Token | undefined): boolean {
  return token?.type === 'number' && day.test(token.lower);
}

/** A date, a year or a time that starts with a number. */
export function readNumericDate(tokens: readonly Token[], index: number): Candidate | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!token) return null;
  if (numericDate.test(token.lower)) return date(index, index + 1, 0.66);
  if (
    isYear(token) &&
    isWord(next, '-', '–', '/') &&
    tokens[index + 2]?.type === 'number' &&
    touch(token, next)
  ) {
    const isFull =
      isWord(tokens[index + 3], '-') &&
      tokens[index + 4]?.type === 'number' &&
      touch(tokens[index + 3], tokens[index + 4]);
    return date(index, isFull ? index + 5 : index + 3, 0.66, isFull ? 'A date' : 'A period of years');
  }
  // "5 May 2019", "5. Mai 2019", "5th of May".
  if (isDay(token)) {
    let at = index + 1;
    if (isWord(tokens[at], '.', 'st', 'nd', 'rd', 'th') && touch(token, tokens[at])) at += 1;
    if (isWord(tokens[at], 'of', 'de')) at += 1;
    if (isOf(tokens[at], is.month)) {
      at += isWord(tokens[at + 1], '.', 'de') && isYear(tokens[at + 2]) ? 2 : 1;
      return isYear(tokens[at]) ? date(index, at + 1, 0.66) : date(index, at, fullDate);
    }
  }
  if (isWord(next, 'a.m', 'p.m', 'am', 'pm', 'uhr', "o'clock"))
    return date(index, index + 2, 0.35, 'A time of day');
  if (clockTime.test(token.lower) && token.lower.includes(':'))
    return date(index, index + 1, 0.35, 'A time of day');
  if (isEastAsianDate(tokens, index)) return date(index, index + 1, fullDate);
  if (!isYear(token)) return null;
  if (isWord(next, 's', 'er') && touch(token, next)) {
    const to = isWord(tokens[index + 2], 'jahre', 'jahren') ? index + 3 : index + 2;
    return date(index, to, 0.45, 'A decade');
  }
  return date(index, index + 1, 0.5, 'A year');
}

/** "2019年5月", "2019년". */
export function isEastAsianDate(tokens: readonly Token[], index: number): boolean {
  return touch(tokens[index], tokens[index + 1]) && /^[年月日년월일]/.test(tokens[index + 1]?.lower ?? '');
}

/** A month with a day or a year. */
export const readMonth: Rule = ({ tokens }, index) => {
  const token = tokens[index];
  let at = index + 1;
  if (isWord(tokens[at], '.') && token && token.lower.length <= 4 && tokens[at + 1]?.type === 'number')
    at += 1;
  if (isYear(tokens[at])) return date(index, at + 1, 0.6);
  if (isDay(tokens[at])) {
    at += 1;
    if (isWord(tokens[at], 'st', 'nd', 'rd', 'th') && touch(tokens[at - 1], tokens[at])) at += 1;
    const yearAt = isWord(tokens[at], ',') ? at + 1 : at;
    return isYear(tokens[yearAt]) ? date(index, yearAt + 1, 0.66) : date(index, at, fullDate);
  }
  return null;
};
