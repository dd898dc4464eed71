import { isYear, readDateAt } from '#shared/reading/dates.ts';
import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import { touch } from './quantities.ts';
import type { Candidate, Rule, RuleSentence } from './rule.ts';

/** Dates, years, decades and times. */
export const dateRule: Rule = (sentence, index) => {
  const { tokens } = sentence;
  const token = tokens[index];
  if (!token) return null;
  const found = readDate(sentence, index);
  if (found || token.type === 'number') return found ?? readYears(tokens, index);
  if (isOf(token, is.weekday) && (token.isCapital || !sentence.language))
    return readDatedWeekday(sentence, index);
  return readPeriod(tokens, index) ?? readDecade(tokens, index);
};

/** The most words between a weekday and its date: "Monday the 12th of May", "Montag, dem 12. Mai". */
const maxBetween = 3;

/** A weekday with its date: "Monday, 12 May 2025", "Sunday (3 May)", "Dienstag, den 4.6.2024". */
function readDatedWeekday(sentence: RuleSentence, index: number): Candidate | null {
  const { tokens } = sentence;
  let at = index + 1;
  while (at < index + maxBetween && isWord(tokens[at], ',', '(', 'the', 'dem', 'den', '.', 'le', 'el'))
    at += 1;
  const found = readDate(sentence, at);
  // A weekday needs a full date, not just a month.
  if (!found || found.score < fullDate) return null;
  const isClosed = isWord(tokens[at - 1], '(') && isWord(tokens[found.to], ')');
  return date(index, isClosed ? found.to + 1 : found.to, found.score, 'A date with its weekday');
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

const clockTime = /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/;

/** The score of a day in a month, with or without its year. */
const fullDate = 0.62;

export function date(from: number, to: number, score: number, reason = 'A date'): Candidate {
  return { from, to, kind: 'date', reason, score };
}

/** A date with a day or a month. */
function readDate({ tokens, language }: RuleSentence, index: number): Candidate | null {
  const found = readDateAt(tokens, index, language ?? 'other');
  if (!found) return null;
  const { to, year, month, day } = found;
  const isNumeric = month === null && tokens[index]?.type === 'number' && to === index + 1;
  if (isNumeric || (year !== null && day !== null)) return date(index, to, 0.66);
  return date(index, to, day === null ? 0.6 : fullDate);
}

/** A period of years, a decade or a year. */
function readYears(tokens: readonly Token[], index: number): Candidate | null {
  const [token, next, second] = tokens.slice(index, index + 3);
  if (isWord(next, 'a.m', 'p.m', 'am', 'pm', 'uhr', "o'clock") || clockTime.test(token?.lower ?? ''))
    return null;
  if (isEastAsianDate(tokens, index)) return date(index, index + 1, fullDate);
  if (!isYear(token)) return null;
  if (isWord(next, '-', '–', '/') && second?.type === 'number' && next?.isGlued)
    return date(index, index + 3, 0.66, 'A period of years');
  if (isWord(next, 's', 'er') && next?.isGlued)
    return date(index, isWord(second, 'jahre', 'jahren') ? index + 3 : index + 2, 0.45, 'A decade');
  return date(index, index + 1, 0.5, 'A year');
}

/** "2019年5月", "2019년". */
export function isEastAsianDate(tokens: readonly Token[], index: number): boolean {
  return touch(tokens[index], tokens[index + 1]) && /^[年月日년월일]/.test(tokens[index + 1]?.lower ?? '');
}
