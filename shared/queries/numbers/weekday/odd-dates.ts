import type { DatedWeekday } from './dated-weekdays';
import { fitsYear } from './weekday-in-year';

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
export function findOddDates(dates: readonly DatedWeekday[]): OddDate[] {
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
