import type { TextSelection } from '../../import/web-annotation/imported-annotations';
import { findInText } from '../../text/find-in-text';
import { findOccurrences } from '../../text/find-occurrences';
import { isSameSpan, type Span } from '../../text/span';
import type { AnchorText } from './anchor-text';

type Quote = Pick<Extract<TextSelection, { kind: 'quote' }>, 'exact' | 'prefix' | 'suffix'>;

type FoundQuote = { state: 'found'; span: Span; isExact: boolean } | { state: 'lost' | 'ambiguous' };

/** Most occurrences of a quote that are compared by the text around them; of more, none is the only one. */
const maxOccurrences = 2_000;

function countSharedEnd(a: string, b: string): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function countSharedStart(a: string, b: string): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a[count] === b[count]) count += 1;
  return count;
}

/** How many code units around a span are those that the quote says, and whether all of them are. */
function compareContext({ text }: AnchorText, { prefix, suffix }: Quote, span: Span) {
  const before = countSharedEnd(text.slice(Math.max(0, span.start - prefix.length), span.start), prefix);
  const after = countSharedStart(text.slice(span.end, span.end + suffix.length), suffix);
  return { shared: before + after, isWhole: before === prefix.length && after === suffix.length };
}

/** Lists where the words occur: as they are, or else in other typography. */
function listOccurrences(text: AnchorText, { exact }: Quote): { spans: Span[]; isVerbatim: boolean } {
  const starts = findOccurrences(text.text, exact, maxOccurrences);
  const spans = starts.map((start) => ({ start, end: start + exact.length }));
  if (spans.length > 0) return { spans, isVerbatim: true };
  const folded = findInText(text.getSearchable(), exact.replace(/\s/g, ' ').trim());
  return { spans: folded.slice(0, maxOccurrences), isVerbatim: false };
}

/** The only place where the words stand with all of the text around them; null when there is none, or several. Words can be frequent. */
function findInContext({ text }: AnchorText, { prefix, exact, suffix }: Quote): Span | null {
  const [only, second] = findOccurrences(text, prefix + exact + suffix, 2);
  if (only === undefined || second !== undefined) return null;
  const start = only + prefix.length;
  return { start, end: start + exact.length };
}

/** The occurrence around which most is as the quote says; null when several are alike. */
function chooseByContext(text: AnchorText, quote: Quote, spans: readonly Span[]): Span | null {
  const rated = spans.map((span) => ({ span, ...compareContext(text, quote, span) }));
  const most = Math.max(...rated.map(({ shared }) => shared));
  const best = rated.filter(({ shared }) => shared === most);
  return best.length === 1 ? (best[0]?.span ?? null) : null;
}

/**
 * Finds quoted words (Web Annotation Data Model, 4.2.4): the only occurrence, the one at a position that comes with the quote, or the
 * one with the text around it that the quote names. `within` limits the search. Words that differ in case or typography are found, but
 * not exact; and so are those around which the text changed.
 */
export function findQuote(
  text: AnchorText,
  quote: Quote,
  within: Span | null,
  positions: readonly Span[] = [],
): FoundQuote {
  const at = positions.find(
    (span) =>
      text.text.slice(span.start, span.end) === quote.exact && compareContext(text, quote, span).isWhole,
  );
  if (at) return { state: 'found', span: at, isExact: true };
  const inContext = within ? null : findInContext(text, quote);
  if (inContext) return { state: 'found', span: inContext, isExact: true };
  const { spans, isVerbatim } = listOccurrences(text, quote);
  const inside = spans.filter(({ start, end }) => !within || (start >= within.start && end <= within.end));
  const [only, second] = inside;
  if (!only) return { state: 'lost' };
  if (!second)
    return { state: 'found', span: only, isExact: isVerbatim && compareContext(text, quote, only).isWhole };
  const whole = inside.filter((span) => compareContext(text, quote, span).isWhole);
  const placed = (whole.length > 0 ? whole : inside).find((span) =>
    positions.some((one) => isSameSpan(one, span)),
  );
  if (placed) return { state: 'found', span: placed, isExact: isVerbatim && whole.length > 0 };
  const chosen = chooseByContext(text, quote, inside);
  if (!chosen) return { state: 'ambiguous' };
  return { state: 'found', span: chosen, isExact: isVerbatim && whole.length === 1 };
}
