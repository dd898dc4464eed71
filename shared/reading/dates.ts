import { wordClass as is } from './lexicon/word-class.ts';
import { readMonth } from './months.ts';
import type { NumberLanguage } from './read-number.ts';
import { isOf, isWord, type Token } from './tokens.ts';

/** A date with a day or a month. Missing parts are null, and so are an ambiguous day and month, as in 03/04/2026. */
export interface FoundDate {
  /** The index of the token after it. */
  to: number;
  year: number | null;
  /** 1 to 12. */
  month: number | null;
  day: number | null;
}

const year = /^(?:1[0-9]|20)\d\d$/;
const day = /^(?:0?[1-9]|[12]\d|3[01])$/;
const numericDate = /^\d{1,2}([./])\d{1,2}\1(?:\d{2}|\d{4})$/;
const yearFirst = /^\d{4}([./])\d{1,2}\1\d{1,2}$/;

export function isYear(token: Token | undefined): boolean {
  return token?.type === 'number' && year.test(token.lower);
}

function isDay(token: Token | undefined): boolean {
  return token?.type === 'number' && day.test(token.lower);
}

/** Whether a token names a month. In English and German, months of other languages are words and names: "Mars", "Mai". */
function isMonth(token: Token | undefined, language: NumberLanguage): boolean {
  if (token?.type !== 'word') return false;
  if (language !== 'other') return token.isCapital && isOf(token, is.month);
  return isOf(token, is.month) || readMonth(token.text) !== null;
}

/** Reads the date that starts at a token: "5 May 2019", "5. Mai", "May 5th, 2019", "May 2019", "5.5.2019", "2019-05-05". */
export function readDateAt(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): FoundDate | null {
  const token = tokens[index];
  if (isMonth(token, language)) return readMonthFirst(tokens, index);
  if (token?.type !== 'number') return null;
  if (numericDate.test(token.lower)) return readNumeric(token.lower.split(/[./]/).reverse(), index + 1);
  if (yearFirst.test(token.lower)) return readNumeric(token.lower.split(/[./]/), index + 1);
  const iso = tokens.slice(index, index + 5).map(({ lower }) => lower);
  if (isYear(token) && /^\d{4}-\d\d-\d\d$/.test(iso.join('')) && tokens[index + 1]?.isGlued)
    return readNumeric([iso[0], iso[2], iso[4]], index + 5);
  return isDay(token) ? readDayFirst(tokens, index, language) : null;

  function readNumeric([written, month, ofMonth]: readonly (string | undefined)[], to: number): FoundDate {
    if (token?.lower.includes('/') || written?.length !== 4)
      return { to, year: null, month: null, day: null };
    return { to, year: Number(written), month: Number(month), day: Number(ofMonth) };
  }
}

function readDayFirst(tokens: readonly Token[], index: number, language: NumberLanguage): FoundDate | null {
  let at = withOrdinal(tokens, index + 1);
  if (isWord(tokens[at], 'of', 'de')) at += 1;
  const month = tokens[at];
  if (!isMonth(month, language)) return null;
  const yearAt = isWord(tokens[at + 1], '.', ',', 'de', 'del') ? at + 2 : at + 1;
  return withYear(tokens, yearAt, at + 1, { month, day: tokens[index] });
}

function readMonthFirst(tokens: readonly Token[], index: number): FoundDate | null {
  const month = tokens[index];
  let at = index + 1;
  if (isWord(tokens[at], '.') && month && month.lower.length <= 4) at += 1;
  if (isYear(tokens[at])) return withYear(tokens, at, at, { month, day: undefined });
  if (!isDay(tokens[at])) return null;
  // A point behind "May 3" may end the sentence, so it is not part of the day.
  const end = isWord(tokens[at + 1], '.') ? at + 1 : withOrdinal(tokens, at + 1);
  return withYear(tokens, isWord(tokens[end], ',') ? end + 1 : end, end, { month, day: tokens[at] });
}

/** The index after the ending of an ordinal: "5.", "5th", "1er". */
function withOrdinal(tokens: readonly Token[], at: number): number {
  const isEnding = isWord(tokens[at], '.', 'st', 'nd', 'rd', 'th', 'er', 'º', 'ª', '°');
  return isEnding && tokens[at]?.isGlued ? at + 1 : at;
}

/** Adds the year at `yearAt` to a date that otherwise ends at `end`. */
function withYear(
  tokens: readonly Token[],
  yearAt: number,
  end: number,
  { month, day: ofMonth }: { month: Token | undefined; day: Token | undefined },
): FoundDate {
  const hasYear = isYear(tokens[yearAt]);
  return {
    to: hasYear ? yearAt + 1 : end,
    year: hasYear ? Number(tokens[yearAt]?.lower) : null,
    month: readMonth(month?.text ?? ''),
    day: ofMonth ? Number(ofMonth.lower) : null,
  };
}
