import { toIsoDate } from '#shared/reading/iso-date.ts';
import { findMonth } from '#shared/reading/months.ts';
import type { Span } from '#shared/text/span.ts';

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

/** The length of a date with a day, in UTF-16 code units: 2026-05-03. */
const isoDayLength = 10;

/** Finds the first date in a line, with or without a year; null when there is none. */
export function findWrittenDate(line: string): WrittenDate | null {
  for (const pattern of patterns)
    for (const match of line.matchAll(pattern)) {
      const { day: dayText, month: name, number, year: yearText } = match.groups ?? {};
      const monthNumber = name === undefined ? Number(number) : findMonth(name);
      if (monthNumber === null) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      if (yearText === undefined) return { ...span, date: null };
      if (dayText === undefined) return { ...span, date: toIsoDate([Number(yearText), monthNumber]) ?? null };
      const date = toIsoDate([Number(yearText), monthNumber, Number(dayText)]);
      // The day is left out where the month does not have it, as on 31 February.
      return date?.length === isoDayLength ? { ...span, date } : null;
    }
  return null;
}
