import type { DatedWeekday } from './dated-weekdays';

/** The day of the week, 0 (Sunday) to 6, of a date in a year. */
export function getWeekdayIn({ month, day }: DatedWeekday, year: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Whether a date is on its weekday in a year. 29 February fits years that do not have it. */
export function fitsYear(dated: DatedWeekday, year: number): boolean {
  const date = new Date(Date.UTC(year, dated.month - 1, dated.day));
  return date.getUTCDay() === dated.weekday || date.getUTCMonth() !== dated.month - 1;
}
