import { type ComparableText, toComparableText } from './comparable-text';
import type { DocumentText } from './document-text';
import { findContinuations, findFirstFragment } from './fragment-occurrences';
import type { QuoteLocation } from './quote-location';

const ellipsis = /(?:[[(] ?)?(?:…|\.(?: ?\.){2,3})(?: ?[\])])?/;
const outerCharacters = new Set(' \t\n\r\u00a0\u202f"\'“”„‟«»‘’‚‛‹›');

/**
 * Locates a quote in a document: where its first fragment starts. It makes no difference how spaces, lines and pages break,
 * which style of quotes and dashes is used, whether there are hyphens at line ends, ligatures or invisible characters, nor which
 * case the quote's first letter has, because the quote may have started a sentence. An ellipsis stands for up to 2,000 UTF-16
 * code units of any text. At both ends words and numbers have to be whole: `12 million` is not in `112 million`. The stages:
 *
 * 1. `comparable-text` (with `fold-line`): fold the document and the quote into texts that can be compared.
 * 2. `fragment-occurrences` (with `word-boundaries`): find the fragments of the quote between its ellipses, one after the other.
 */
export function locateQuote(document: DocumentText, quote: string): QuoteLocation {
  if (document.state !== 'read') return document;
  const text = toComparableText(document.pages);
  if (text.text === '') return { state: 'noText' };
  const [first, ...others] = splitIntoFragments(quote);
  if (!first) return { state: 'notFound' };
  let occurrences = findFirstFragment(text, first);
  for (const fragment of others) occurrences = findContinuations(text, fragment, occurrences);
  if (occurrences.length === 0) return { state: 'notFound' };
  const quoteStart = occurrences.reduce(
    (earliest, occurrence) => Math.min(earliest, occurrence.quoteStart),
    Number.POSITIVE_INFINITY,
  );
  const line = text.lines.findLast(({ start }) => start <= quoteStart);
  return {
    state: 'found',
    page: document.paged ? (line?.page ?? null) : null,
    line: document.paged ? null : (line?.line ?? null),
  };
}

/** The fragments of a quote between its ellipses, without quotation marks around the whole. */
function splitIntoFragments(quote: string): ComparableText[] {
  return trimQuotes(quote)
    .split(ellipsis)
    .map((fragment) => toComparableText([fragment]))
    .filter(({ text }) => text !== '');
}

function trimQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && outerCharacters.has(text.charAt(start))) start += 1;
  while (end > start && outerCharacters.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
