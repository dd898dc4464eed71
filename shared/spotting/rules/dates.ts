import { wordClass as is } from '../../reading/lexicon/word-class';
import { isOf, isWord, type Token } from '../../reading/tokens';
import { isYear, touch } from './quantities';
import type { Candidate, Rule } from './rule';

/** Dates, years, decades and times. */
export const dateRule: Rule = (sentence, index) => {
  const { tokens } = sentence;
  const token = tokens[index];
  if (!token) return null;
  if (token.type === 'number') return readNumericDate(tokens, index);
  if (isOf(token, is.month) && (token.isCapital || !sentence.language)) return readMonth(sentence, index);
  if (isOf(token, is.weekday) && (token.isCapital || !sentence.language))
    return readDatedWeekday(sentence, index);
  return readPeriod(tokens, index) ?? readDecade(tokens, index);
};

/** Words between a weekday and its date: "Monday the 12th of May", "Montag, dem 12. Mai". */
const maxBetween = 3;

/** A weekday with its date: "Monday, 12 May 2025", "Sunday (3 May)", "Dienstag, den 4.6.2024". */
function readDatedWeekday(sentence: Parameters<Rule>[0], index: number): Candidate | null {
  const { tokens } = sentence;
  let at = index + 1;
  while (at < index + maxBetween && isWord(tokens[at], ',', '(', 'the', 'dem', 'den', '.', 'le', 'el'))
    at += 1;
  const token = tokens[at];
  const found =
    token?.type === 'number'
      ? readNumericDate(tokens, at)
      : isOf(token, is.month)
        ? readMonth(sentence, at)
        : null;
  // A time of day, a year or a month alone is no date of a weekday.
  if (!found || found.worth < fullDate) return null;
  const isClosed = isWord(tokens[at - 1], '(') && isWord(tokens[found.to], ')');
  return date(index, isClosed ? found.to + 1 : found.to, found.worth, 'A date with its weekday');
}

const decades =
  /^(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ties|(?:zwanz|drei(?:ß|ss)|vierz|fünfz|sechz|siebz|achtz|neunz)iger)$/;

/** "The nineties", "the ’90s", "die neunziger Jahre", "die 1990er Jahre". */
function readDecade(tokens: readonly Token[], index: number): Candidate | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !decades.test(token.lower)) return null;
  if (isWord(next, 'jahre', 'jahren')) return date(index, index + 2, 0.45, 'A decade');
  return isWord(tokens[index - 1], 'the', 'mid', 'early', 'late')
    ? date(index, index + 1, 0.45, 'A decade')
    : null;
}

/** "Three years ago", "vor drei Jahren". */
function readPeriod(tokens: readonly Token[], index: number): Candidate | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (isOf(token, is.period) && isWord(next, 'ago', 'earlier')) {
    const from =
      isOf(tokens[index - 1], is.number) || tokens[index - 1]?.type === 'number' ? index - 1 : index;
    return date(from, index + 2, 0.4, 'A point in time');
  }
  if (
    isWord(token, 'vor') &&
    isOf(tokens[index + 2], is.period) &&
    (isOf(next, is.number) || next?.type === 'number')
  )
    return date(index, index + 3, 0.4, 'A point in time');
  return null;
}

const day = /^(?:0?[1-9]|[12]\d|3[01])$/;
const numericDate = /^(?:\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})|\d{4}[./]\d{1,2}[./]\d{1,2})$/;
const clockTime = /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/;

/** The worth of a day in a month, with or without its year. */
const fullDate = 0.62;

export function date(from: number, to: number, worth: number, reason = 'A date'): Candidate {
  return { from, to, kind: 'date', reason, worth };
}

function isDay(token: Token | undefined): boolean {
  return token?.type === 'number' && day.test(token.lower);
}

/** A date, a year or a time that starts with a number. */
function readNumericDate(tokens: readonly Token[], index: number): Candidate | null {
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
  // Times of day are hardly ever checked.
  if (isWord(next, 'a.m', 'p.m', 'am', 'pm', 'uhr', "o'clock") || clockTime.test(token.lower)) return null;
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
