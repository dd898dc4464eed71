import { type ComparableText, toComparableText } from './comparable-text';
import type { DocumentText } from './document-text';
import type { QuoteLocation } from './quote-location';
import { isWordBoundary } from './word-boundaries';

/** What an ellipsis may stand for is at most this long, in UTF-16 units. */
const longestGap = 2_000;

const ellipsis = /(?:[[(] ?)?(?:…|\.(?: ?\.){2,3})(?: ?[\])])?/;
const outer = new Set(' \t\n\r\u00a0\u202f"\'“”„‟«»‘’‚‛‹›');

/** Where a piece of the quote stands, and where the quote began that it goes on; UTF-16 units into the comparable text. */
interface Occurrence {
  start: number;
  end: number;
  begun: number;
}

/** The index of the first of the offsets, which are in order, that is not before this one. */
function firstFrom(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function has(offsets: readonly number[], offset: number): boolean {
  return offsets[firstFrom(offsets, offset)] === offset;
}

/** Whether each hyphen of one has its like in the other; one at a line's end may have it or not. */
function sameHyphens(text: ComparableText, piece: ComparableText, at: number): boolean {
  for (const offset of piece.hyphens)
    if (!has(text.hyphens, at + offset) && !has(text.lineEndHyphens, at + offset)) return false;
  for (let index = firstFrom(text.hyphens, at + 1); ; index += 1) {
    const offset = (text.hyphens[index] ?? Number.POSITIVE_INFINITY) - at;
    if (offset >= piece.text.length) return true;
    if (!has(piece.hyphens, offset) && !has(piece.lineEndHyphens, offset)) return false;
  }
}

function border(text: ComparableText, at: number): boolean {
  return has(text.hyphens, at) || isWordBoundary(text.text, at);
}

/** Every place where the words of a piece stand as whole words, in order. */
function* placesOf(text: ComparableText, piece: ComparableText, words: string): Generator<number> {
  for (let at = text.text.indexOf(words); at !== -1; at = text.text.indexOf(words, at + 1))
    if (border(text, at) && border(text, at + words.length) && sameHyphens(text, piece, at)) yield at;
}

/** The words with their first letter in the other case. */
function turned(words: string): string {
  const [first = ''] = words;
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other.length === first.length ? other + words.slice(first.length) : words;
}

/** Of the first piece, in whichever case its first letter is. */
function beginnings(text: ComparableText, piece: ComparableText): Occurrence[] {
  const spellings = new Set([piece.text, turned(piece.text)]);
  return Array.from(spellings, (words) => Array.from(placesOf(text, piece, words)))
    .flat()
    .sort((a, b) => a - b)
    .map((start) => ({ start, end: start + piece.text.length, begun: start }));
}

/** Of a further piece, where one of those before ends close enough ahead of it. */
function continuations(text: ComparableText, piece: ComparableText, before: readonly Occurrence[]): Occurrence[] {
  const found: Occurrence[] = [];
  let next = 0;
  for (const start of placesOf(text, piece, piece.text)) {
    while ((before[next + 1]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const last = before[next];
    if (last && last.end <= start && start - last.end <= longestGap)
      found.push({ start, end: start + piece.text.length, begun: last.begun });
  }
  return found;
}

function withoutQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && outer.has(text.charAt(start))) start += 1;
  while (end > start && outer.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The pieces of a quote between its ellipses, without quotation marks around the whole. */
function piecesOf(quote: string): ComparableText[] {
  return withoutQuotes(quote)
    .split(ellipsis)
    .map((piece) => toComparableText([piece]))
    .filter(({ text }) => text !== '');
}

/**
 * Whether quoted words stand in a document, and where they begin. Spaces, line breaks and pages, the style of quotes and
 * dashes, hyphens at the ends of lines, ligatures and what can't be seen make no difference; neither does the case of the
 * quote's first letter, for it may have begun a sentence. An ellipsis stands for up to 2,000 units of any text. At both ends
 * words and numbers count whole: `12 million` is not in `112 million`.
 */
export function locateQuote(document: DocumentText, quote: string): QuoteLocation {
  if (document.state !== 'read') return document;
  const text = toComparableText(document.pages);
  if (text.text === '') return { state: 'noText' };
  const [first, ...others] = piecesOf(quote);
  if (!first) return { state: 'notFound' };
  let found = beginnings(text, first);
  for (const piece of others) found = continuations(text, piece, found);
  const [begun] = found.map((occurrence) => occurrence.begun).sort((a, b) => a - b);
  if (begun === undefined) return { state: 'notFound' };
  const place = text.lines.findLast(({ start }) => start <= begun);
  return {
    state: 'found',
    page: document.paged ? (place?.page ?? null) : null,
    line: document.paged ? null : (place?.line ?? null),
  };
}
