import type { Query } from '../../query';
import { type NumberText, quoteSpan } from '../number-text';
import { findYears } from '../parse/years';
import { findDatedWeekdays } from './dated-weekdays';
import { findOddDates } from './odd-dates';
import { fitsYear, getWeekdayIn } from './weekday-in-year';
import { getWeekdayName } from './weekday-names';

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
