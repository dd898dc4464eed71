import type { DraftText } from '../../text/draft-text';
import { shorten } from '../../text/format/shorten';
import type { Span } from '../../text/span';
import { readMonth } from './parse/dates';
import { type Phrase, readPhrase } from './parse/phrase';
import { getNumberLanguage, type NumberLanguage } from './parse/read-number';

/** A draft as the rules about numbers read it. */
export interface NumberText {
  draft: DraftText;
  sentences: readonly Span[];
  language: NumberLanguage;
  /** The sentences that have figures, in order. */
  phrases: readonly Phrase[];
  /** The day that the article is written on, or published: ISO 8601. */
  today: string;
}

/** Reads the figures of a draft. `today` is an ISO 8601 date. */
export function readNumbers(draft: DraftText, cut: readonly Span[], today: string): NumberText {
  const language = getNumberLanguage(draft);
  const sentences = joinAtDates(draft, cut);
  const phrases = sentences.flatMap((sentence) => readPhrase(draft, sentence, language) ?? []);
  return { draft, sentences, language, phrases, today };
}

/** The sentences, joined where one was cut behind the day of a date: "am 3. | Mai". */
function joinAtDates({ text }: DraftText, sentences: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of sentences) {
    const before = joined.at(-1);
    const gap = before ? start - before.end : 0;
    const isCut =
      before !== undefined &&
      gap <= 1 &&
      /\d\.$/.test(text.slice(before.end - 2, before.end)) &&
      readMonth(/^\p{L}+/u.exec(text.slice(start, start + 12))?.[0] ?? '') !== null;
    if (isCut) before.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

/** Longest words quoted in an explanation, in UTF-16 code units. */
const maxQuoteLength = 80;

/** The words of a span in quotation marks, on one line. */
export function quoteSpan({ text }: DraftText, { start, end }: Span): string {
  return `“${shorten(text.slice(start, end), maxQuoteLength)}”`;
}

const formats = new Map<number, Intl.NumberFormat>();

/** A calculated number with this many decimals at most: `21.2`. */
export function formatCalculated(value: number, maxDecimals: number): string {
  const known = formats.get(maxDecimals);
  const format =
    known ?? new Intl.NumberFormat('en-GB', { maximumFractionDigits: maxDecimals, useGrouping: 'min2' });
  if (!known) formats.set(maxDecimals, format);
  return format.format(value);
}

/** A calculated number with three significant digits or all its whole ones: `16.1`, `1,609`. */
export function formatRounded(value: number): string {
  const digits = Math.max(0, 3 - Math.ceil(Math.log10(Math.max(Math.abs(value), 1e-3) + 1e-9)));
  return formatCalculated(value, Math.min(digits, 4));
}
