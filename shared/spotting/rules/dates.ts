import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';
import { date, fullDate, readMonth, readNumericDate } from './read-date';
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

const decades = /^(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ties|(?:zwanz|drei(?:ß|ss)|vierz|fünfz|sechz|siebz|achtz|neunz)iger)$/;

/** "The nineties", "the ’90s", "die neunziger Jahre", "die 1990er Jahre". */
function readDecade(tokens: readonly Token[], index: number): Candidate | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !decades.test(token.lower)) return null;
  if (isWord(next, 'jahre', 'jahren')) return date(index, index + 2, 0.45, 'A decade');
  return isWord(tokens[index - 1], 'the', 'mid', 'early', 'late') ? date(index, index + 1, 0.45, 'A decade') : null;
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
