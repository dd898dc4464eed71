import { findAll } from '../../reading/tokens';

const fullYear = /(?<![\p{L}\p{N}.,])(?:19|20)\d\d(?![\p{L}\p{N}]|[.,]\d)/gu;

/** The years that a text names, in order: those of four digits from 1900. */
export function findYears(text: string): number[] {
  return findAll(fullYear, text).map(([year]) => Number(year));
}

/** The years in which an article may have been written, first and last. */
export interface WritingYears {
  first: number;
  last: number;
}

/** How many years before its date a text may have been written that names none of them. */
const maxYearsBefore = 3;

/**
 * When a text may have been written: in the year of its date, or a few years earlier where the latest year that it names is
 * earlier. A text that names no year is as old as its date.
 */
export function findWritingYears(text: string, today: string, except: ReadonlySet<number>): WritingYears {
  const last = Number(today.slice(0, 4));
  const past = findYears(text).filter((year) => year <= last && !except.has(year));
  const latest = past.reduce((most, year) => Math.max(most, year), 0);
  return { first: latest === 0 ? last : Math.max(latest, last - maxYearsBefore), last };
}
