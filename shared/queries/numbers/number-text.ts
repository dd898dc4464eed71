import type { ReadText } from '#shared/reading/read-text.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { shorten } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import { encodePhrase, type Phrase } from './phrase.ts';

/** A draft in the form that the number rules read. */
export interface NumberText extends ReadText {
  /** The sentences that have figures, in order. */
  phrases: readonly Phrase[];
  /** The day of publication, or else of writing, as an ISO 8601 date. */
  today: string;
}

export function encodeNumbers(read: ReadText, today: string): NumberText {
  return {
    ...read,
    phrases: read.sentences.flatMap((sentence) => encodePhrase(read, sentence) ?? []),
    today,
  };
}

/** Longest words quoted in an explanation, in UTF-16 code units. */
const maxQuoteLength = 80;

/** Quotes the words of a span, on one line. */
export function quoteSpan({ text }: DraftText, { start, end }: Span): string {
  return `“${shorten(text.slice(start, end), maxQuoteLength)}”`;
}

/** Sorts spans into the places of a query. There must be at least one. */
export function toPlaces(spans: readonly Span[]): [Span, ...Span[]] {
  const [first = { start: 0, end: 1 }, ...others] = spans
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  return [first, ...others];
}

/** The most white space between neighbouring sentences, in UTF-16 code units. */
const maxGap = 10;

/** Whether one sentence follows the other directly, in the same paragraph or the next. */
export function areNeighbours({ text }: DraftText, { end }: Span, { start }: Span): boolean {
  return start - end < maxGap && text.slice(end, start).trim() === '';
}

const formats = new Map<number, Intl.NumberFormat>();

/** Formats a calculated number with at most this many decimals: `21.2`. */
export function formatCalculated(value: number, maxDecimals: number): string {
  const known = formats.get(maxDecimals);
  const format =
    known ?? new Intl.NumberFormat('en-GB', { maximumFractionDigits: maxDecimals, useGrouping: 'min2' });
  if (!known) formats.set(maxDecimals, format);
  return format.format(value);
}

/** Formats a calculated number with three significant digits, or with all digits before the decimal point: `16.1`, `1,609`. */
export function formatRounded(value: number): string {
  const digits = Math.max(0, 3 - Math.ceil(Math.log10(Math.max(Math.abs(value), 1e-3) + 1e-9)));
  return formatCalculated(value, Math.min(digits, 4));
}
