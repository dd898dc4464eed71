import { findWrittenDate } from '../../import/credits/written-date';
import { readMonth } from '../../reading/months';
import { findAll } from '../../reading/tokens';
import type { DraftText } from '../../text/draft-text';
import type { Span } from '../../text/span';
import type { Query } from '../query';
import { type NumberText, quoteSpan } from './number-text';
import { findYears } from './writing-years';

/** The days of the week from Sunday, as dates have them: English, German, French, Spanish, Italian, Dutch. */
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

const dayParts = '(?:abend|morgen|mittag|vormittag|nachmittag|nacht|früh)?';
/** A weekday, with the time of day that German joins to it, or its abbreviation with a full stop. */
const weekdayPattern = `(?<![\\p{L}\\p{N}-])(?<weekday>${[...days.keys()].sort((a, b) => b.length - a.length).join('|')})${dayParts}(?![\\p{L}\\p{N}])`;

/** The day of the week, 0 (Sunday) to 6, that a name stands for in any case; null for other words. */
function readWeekday(name: string): number | null {
  return days.get(name.toLowerCase()) ?? null;
}

/** The English name of a day of the week, 0 (Sunday) to 6. */
function getWeekdayName(day: number): string {
  return englishNames[day] ?? '';
}

/** The Gregorian calendar is not in use everywhere before. */
const firstYear = 1800;

/**
 * Raises a query for a weekday that does not fit the date beside it. A date without a year counts if it fits no year that it may
 * be in, or not together with the other dates of the text.
 */
export function findWrongWeekdays({ draft, sentences, today }: NumberText): Query[] {
  const found = sentences.flatMap((sentence) => findDatedWeekdays(draft, sentence));
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
 * The years that a date without one may be in, the likeliest first: from the latest one that the text names to the next one, and
 * all others that it names. Empty where the text names none, because nothing then says when it was written.
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

/** A date that no year has on its weekday together with the others around it. */
interface OddDate {
  odd: DatedWeekday;
  others: [DatedWeekday, ...DatedWeekday[]];
}

/** Finds the dates, all without a year, that can't be in the same year as the dates around them. */
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

/** Whether a date is on its weekday in a year. 29 February fits years that do not have it. */
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

/** How far a date reaches beside its weekday, in UTF-16 code units. */
const maxDateLength = 40;

const anyWeekday = new RegExp(weekdayPattern, 'giu');
/** The text between a weekday and its date: "Monday, 3 May", "Monday (May 3", "Montag, den 3. Mai". */
const between =
  /^\.?,?(?: (?:morning|afternoon|evening|night|früh|abend|morgen|nacht),?)?\s*\(?(?:(?:the|den|dem|le|el|il|on|am)\s+)?/iu;
/** The text between a date and its weekday: "3 May 2021 (Monday)", "3 May 2021, a Monday", "fiel auf einen Montag". */
const betweenBack =
  /(?:\s?\(|,?\s+(?:(?:was|is|were|will be|falls|fell|falling|fällt|fiel|war|ist|which was|which is)\s+)?(?:(?:on|auf)\s+)?(?:a|ein|einen|einem|un)\s+)$/iu;
const otherWeekdayBefore = new RegExp(
  `${weekdayPattern}\\.?,?\\s*(?:and|to|und|bis|or|oder|through|&|[-–—/])\\s*$`,
  'iu',
);
const goesOn = /^(?:\s*[-–—/&]\s*\d|\s*(?:and|or|to|und|oder|bis)\s+(?:\d|the \d))/iu;

/** Finds the weekdays of a span that have a date beside them. A range of days is none. */
function findDatedWeekdays({ text }: DraftText, span: Span): DatedWeekday[] {
  const found: DatedWeekday[] = [];
  const sentence = text.slice(span.start, span.end);
  for (const match of findAll(anyWeekday, sentence)) {
    const name = match.groups?.weekday ?? '';
    const weekday = readWeekday(name);
    const isShort = name.length < 3;
    if (weekday === null || !/^\p{Lu}/u.test(name)) {
      if (
        weekday === null ||
        isShort ||
        !/^(?:lun|mar|mer|jeu|jue|ven|vie|sam|dim|sáb|dom|gio|sab|zo|ma|di|wo|do|vr|za)/u.test(name)
      )
        continue;
    }
    const date = readDateBehind(sentence, match) ?? readDateBefore(sentence, match.index, match[0]);
    // "So 3. Mai" is one without its full stop only in lists.
    if (!date || (isShort && !/^[.,]/.test(sentence.slice(match.index + name.length)))) continue;
    const { start, end, ...parts } = date;
    const isOpen = sentence.slice(start, end).includes('(') && sentence[end] === ')';
    const length = sentence.slice(start, isOpen ? end + 1 : end).replace(/\.$/, '').length;
    found.push({ start: span.start + start, end: span.start + start + length, weekday, ...parts });
  }
  return found;
}

type DateBeside = Omit<DatedWeekday, 'weekday'>;

function readDateBehind(sentence: string, match: RegExpExecArray): DateBeside | null {
  const behind = match.index + match[0].length;
  if (otherWeekdayBefore.test(sentence.slice(Math.max(0, match.index - 24), match.index))) return null;
  const start = behind + (between.exec(sentence.slice(behind, behind + maxDateLength))?.[0].length ?? 0);
  const date = readDateAt(sentence.slice(start, start + maxDateLength));
  if (!date || goesOn.test(sentence.slice(start + date.length))) return null;
  const { length, ...parts } = date;
  return { start: match.index, end: start + length, ...parts };
}

function readDateBefore(sentence: string, index: number, name: string): DateBeside | null {
  const before = sentence.slice(Math.max(0, index - 2 * maxDateLength), index);
  const joint = betweenBack.exec(before);
  if (!joint) return null;
  const head = before.slice(0, joint.index);
  // The longest date that ends here: the words before it are tried from the left.
  for (const word of findAll(/(?<=^|\s)\S/gu, head)) {
    const date = readDateAt(head.slice(word.index));
    if (date && word.index + date.length === head.length && head.length - word.index <= maxDateLength) {
      const { length: _, ...parts } = date;
      return { start: index - before.length + word.index, end: index + name.length, ...parts };
    }
  }
  return null;
}

/** The date that a text begins with, and its length. */
function readDateAt(text: string): (Omit<DateBeside, 'start' | 'end'> & { length: number }) | null {
  const found = findWrittenDate(text);
  if (!found) return null;
  if (found.start > 0) return readDateAt(text.slice(0, found.start));
  const written = text.slice(0, found.end);
  if (found.date === null) {
    const day = Number(/\d+/.exec(written)?.[0]);
    const month = readMonth(/\p{L}{3,}/u.exec(written.replace(/^\d+(?:st|nd|rd|th)/, ''))?.[0] ?? '');
    return month === null ? null : { year: null, month, day, length: found.end };
  }
  const [year, month, day] = found.date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return { year, month, day, length: found.end };
}
