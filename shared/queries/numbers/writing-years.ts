import { findAll } from '#shared/reading/tokens.ts';

const fullYear = /(?<![\p{sc=Latn}\p{N}.,])(?:19|20)\d\d(?![\p{sc=Latn}\p{N}]|[.,]\d)/gu;

/** Lists the years that a text names, in order. Only numbers from 1900 to 2099 count. */
export function findYears(text: string): number[] {
  return findAll(fullYear, text).map(([year]) => Number(year));
}

/** The years in which an article may have been written, first and last. */
export interface WritingYears {
  first: number;
  last: number;
}

/** How many years before its date a text may have been written. */
const maxYearsBefore = 3;

/**
 * The years in which a text may have been written: that of its date, and a few years back to the latest year that it names. A text
 * that names no year was written in the year of its date. Years in `except` do not count as named.
 */
export function findWritingYears(text: string, today: string, except: ReadonlySet<number>): WritingYears {
  const last = Number(today.slice(0, 4));
  const past = findYears(text).filter((year) => year <= last && !except.has(year));
  const latest = past.reduce((most, year) => Math.max(most, year), 0);
  return { first: latest === 0 ? last : Math.max(latest, last - maxYearsBefore), last };
}
