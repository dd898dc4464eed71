import { dateSchema } from '../../domain/primitives';
import { findMonth } from '../../reading/months';
import type { Span } from '../../text/span';

/** A date in a line: its UTF-16 offsets, and ISO 8601 (year, month or day) when the line names its year. */
export interface WrittenDate extends Span {
  date: string | null;
}

const day = String.raw`(?<day>0?[1-9]|[12]\d|3[01])`;
const ordinal = String.raw`(?:st|nd|rd|th|er|\.ª|º|ª|°|\.)?`;
const month = String.raw`(?<month>\p{L}{3,14})`;
const year = String.raw`(?<year>(?:19|20)\d\d)`;
const notInWord = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const of = String.raw`(?:\s+(?:de|of|di|d’|d'))?`;

/** The ways to write a date, the most complete first. In 03/04/2026 day and month can’t be distinguished. */
const patterns = [
  String.raw`(?<year>(?:19|20)\d\d)-(?<number>0[1-9]|1[0-2])-${day}`,
  String.raw`${day}\.\s?(?<number>0?[1-9]|1[0-2])\.\s?${year}`,
  String.raw`(?<year>(?:19|20)\d\d)年(?<number>0?[1-9]|1[0-2])月${day}日`,
  String.raw`${year}\.?\s+${month}\s+${day}\.?`,
  String.raw`${day}${ordinal}${of}\s+${month}\.?(?:,|\s+de|\s+del)?\s+${year}`,
  String.raw`${month}\.?\s+${day}${ordinal},?\s+${year}`,
  String.raw`${month}\.?\s+${year}`,
  String.raw`${day}${ordinal}${of}\s+${month}\.?`,
  String.raw`${month}\.?\s+${day}${ordinal}`,
].map((pattern) => new RegExp(`${notInWord}${pattern}${end}`, 'gu'));

/** Finds the first date in a line, with or without a year; null when there is none. */
export function findWrittenDate(line: string): WrittenDate | null {
  for (const pattern of patterns)
    for (const match of line.matchAll(pattern)) {
      const { day: dayText, month: name, number, year: yearText } = match.groups ?? {};
      const monthNumber = name === undefined ? Number(number) : findMonth(name);
      if (monthNumber === null) continue;
      const parts = [String(monthNumber), ...(dayText === undefined ? [] : [dayText])];
      const written = [yearText, ...parts.map((part) => part.padStart(2, '0'))].join('-');
      const span = { start: match.index, end: match.index + match[0].length };
      if (yearText === undefined) return { ...span, date: null };
      return isCalendarDate(written) ? { ...span, date: written } : null;
    }
  return null;
}

function isCalendarDate(written: string): boolean {
  if (!dateSchema.safeParse(written).success) return false;
  const time = Date.parse(`${written.padEnd(10, '-01')}T00:00:00Z`);
  // 31 February is not a date, and becomes a day in March where it is accepted.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}
