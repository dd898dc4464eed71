import { type FoundDate, readDateAt } from '#shared/reading/dates.ts';
import type { NumberLanguage } from '#shared/reading/read-number.ts';
import type { ReadSentence } from '#shared/reading/read-text.ts';
import { isWord, type Token } from '#shared/reading/tokens.ts';
import type { Span } from '#shared/text/span.ts';
import type { Query } from '../base/query.ts';
import { type NumberText, quoteSpan } from './number-text.ts';
import { findYears } from './writing-years.ts';

/** The names of the weekdays from Sunday on, in English, German, French, Spanish, Italian and Dutch. */
const names = [
  'sunday sun sonntag so dimanche domingo domenica zondag',
  'monday mon montag mo lundi lunes lunedì maandag',
  'tuesday tue tues dienstag di mardi martes martedì dinsdag',
  'wednesday wed weds mittwoch mi mercredi miércoles mercoledì woensdag',
  'thursday thu thur thurs donnerstag do jeudi jueves giovedì donderdag',
  'friday fri freitag fr vendredi viernes venerdì vrijdag',
  'saturday sat samstag sa sonnabend samedi sábado sabato zaterdag',
];

const days = new Map(names.flatMap((list, day) => list.split(' ').map((name) => [name, day] as const)));
const englishNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A time of day at the end of a German weekday: "Montagabend". */
const dayPart = /(?:abend|morgen|mittag|vormittag|nachmittag|nacht|früh)$/;

/** The day of the week, 0 (Sunday) to 6, that a word names; null for other words. */
function readWeekday({ type, lower, isCapital }: Token, language: NumberLanguage): number | null {
  if (type !== 'word' || !(isCapital || language === 'other')) return null;
  return days.get(lower) ?? days.get(lower.replace(dayPart, '')) ?? null;
}

/** The English name of a day of the week, 0 (Sunday) to 6. */
function getWeekdayName(day: number): string {
  return englishNames[day] ?? '';
}

/** Earlier dates may follow another calendar than the Gregorian one. */
const firstYear = 1800;

/**
 * Raises a query for a weekday that does not fit the date beside it. A date without a year is wrong if it fits none of its possible
 * years, or no year that also fits the other dates of the text.
 */
export function findWrongWeekdays({ draft, sentences, language, today }: NumberText): Query[] {
  const found = sentences.flatMap((sentence) => findDatedWeekdays(sentence, language));
  if (found.length === 0) return [];
  const years = findPossibleYears(draft.text, Number(today.slice(0, 4)));
  const wrong = found.filter((dated) => {
    const possible = dated.year === null ? years : [dated.year];
    return possible.length > 0 && possible.every((year) => year >= firstYear && !fitsYear(dated, year));
  });
  const rest = found.filter((dated) => dated.year === null && !wrong.includes(dated));
  return [
    ...wrong.map((dated): Query => {
      const written = quoteSpan(draft, dated);
      const day = getWeekdayName(getWeekdayIn(dated, dated.year ?? years[0] ?? 0));
      const inYear = dated.year === null ? ` of ${years[0]}` : '';
      const explanation = `${written} names a ${getWeekdayName(dated.weekday)}, but that day${inYear} is a ${day}.`;
      return { rule: 'weekday', places: [toSpan(dated)], explanation };
    }),
    ...findOddDates(rest).map(({ odd, others: [other] }): Query => {
      const places = [odd, other].sort((a, b) => a.start - b.start).map(toSpan);
      const explanation = `${quoteSpan(draft, odd)} and ${quoteSpan(draft, other)} are not in one year: no year has both weekdays on these dates.`;
      return { rule: 'weekday', places: [toSpan(places[0] ?? odd), ...places.slice(1)], explanation };
    }),
  ];
}

function toSpan({ start, end }: { start: number; end: number }) {
  return { start, end };
}

/**
 * The possible years of a date without a year, the likeliest first: the latest year that the text names, those up to the next
 * year, and all others that it names. Empty where the text names none, because its time is then unknown.
 */
function findPossibleYears(text: string, current: number): number[] {
  const named = new Set(findYears(text));
  const past = [...named].filter((year) => year <= current + 1);
  if (past.length === 0) return [];
  const latest = Math.min(current, Math.max(...past));
  const span = Array.from({ length: current - latest + 3 }, (_, index) => current + 1 - index);
  return [...new Set([latest, ...span, ...named])];
}

/** Dates that are further apart, in days, may be in different years. */
const maxDistance = 45;
/** The weekdays of all dates repeat after 28 years. */
const years = Array.from({ length: 28 }, (_, index) => 2000 + index);

/** A date whose weekday fits no year in which the dates around it fit as well. */
interface OddDate {
  odd: DatedWeekday;
  others: [DatedWeekday, ...DatedWeekday[]];
}

/** Finds the dates that can't be in the same year as the dates around them. All are without a year. */
function findOddDates(dates: readonly DatedWeekday[]): OddDate[] {
  const [first] = dates;
  if (!first || dates.some((date) => Math.abs(getDayOfYear(date) - getDayOfYear(first)) > maxDistance))
    return [];
  const fitting = years.map((year) => dates.filter((date) => fitsYear(date, year)));
  const best = fitting.reduce((most, some) => (some.length > most.length ? some : most));
  const [other, ...others] = best;
  if (!other) return [];
  return dates.filter((date) => !best.includes(date)).map((odd) => ({ odd, others: [other, ...others] }));
}

function getDayOfYear({ month, day }: DatedWeekday): number {
  return (month - 1) * 30.5 + day;
}

/** The day of the week, 0 (Sunday) to 6, of a date in a year. */
function getWeekdayIn({ month, day }: DatedWeekday, year: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Whether a date is on its weekday in a year. 29 February fits every year without a leap day. */
function fitsYear(dated: DatedWeekday, year: number): boolean {
  const date = new Date(Date.UTC(year, dated.month - 1, dated.day));
  return date.getUTCDay() === dated.weekday || date.getUTCMonth() !== dated.month - 1;
}

/** A weekday with the date that stands beside it. UTF-16 offsets into the draft's text. */
interface DatedWeekday extends Span {
  weekday: number;
  /** The full year; null where the text leaves it out. */
  year: number | null;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** Words between a weekday and its date: "Monday, 3 May", "Monday morning (May 3", "Montag, den 3. Mai". */
const joints =
  /^(?:[.,(]|morning|afternoon|evening|night|früh|abend|morgen|nacht|the|den|dem|le|el|il|on|am)$/;
const maxJoints = 4;
/** Words that join two weekdays or two days. */
const ranges = /^(?:and|or|to|und|oder|bis|through|[&/–—-])$/;
/** The words between a date and its weekday, from the last one: "3 May 2021 was a Monday", "fiel auf einen Montag". */
const jointsBack = [
  /^(?:a|ein|einen|einem|un)$/,
  /^(?:on|auf)$/,
  /^(?:was|is|were|be|falls|fell|falling|fällt|fiel|war|ist)$/,
  /^(?:will|which)$/,
  /^,$/,
];

/** Finds the weekdays of a sentence that have a date beside them. A range of days is none. */
function findDatedWeekdays({ tokens }: ReadSentence, language: NumberLanguage): DatedWeekday[] {
  return tokens.flatMap((token, index) => {
    const weekday = readWeekday(token, language);
    // An abbreviation needs a point or a comma: "So" is also a word.
    if (weekday === null || (token.text.length < 3 && !isWord(tokens[index + 1], '.', ','))) return [];
    const found = readDateBehind(tokens, index, language) ?? readDateBefore(tokens, index, language);
    if (!found) return [];
    const { from, to, year, month, day } = found;
    const [start, end] = [tokens[from]?.start, tokens[to - 1]?.end];
    if (start === undefined || end === undefined || month === null || day === null) return [];
    return [{ start, end, weekday, year, month, day }];
  });
}

type DateBeside = FoundDate & { from: number };

function readDateBehind(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): DateBeside | null {
  const [before, beforeThat] = [tokens[index - 1], tokens[index - 2]];
  if (ranges.test(before?.lower ?? '') && beforeThat && readWeekday(beforeThat, language) !== null)
    return null;
  let at = index + 1;
  while (at <= index + maxJoints && joints.test(tokens[at]?.lower ?? '')) at += 1;
  const date = readDateAt(tokens, at, language);
  if (!date || (ranges.test(tokens[date.to]?.lower ?? '') && tokens[date.to + 1]?.type === 'number'))
    return null;
  const isOpen = tokens.slice(index, at).some((token) => isWord(token, '('));
  return { ...date, from: index, to: isOpen && isWord(tokens[date.to], ')') ? date.to + 1 : date.to };
}

/** The longest date before a weekday, in tokens. */
const maxDateLength = 8;

function readDateBefore(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): DateBeside | null {
  let end = index;
  if (isWord(tokens[end - 1], '(')) end -= 1;
  else if (jointsBack[0]?.test(tokens[end - 1]?.lower ?? ''))
    for (const joint of jointsBack) if (joint.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  if (end === index) return null;
  for (let from = Math.max(0, end - maxDateLength); from < end; from += 1) {
    const date = readDateAt(tokens, from, language);
    if (date?.to === end) return { ...date, from, to: index + 1 };
  }
  return null;
}
