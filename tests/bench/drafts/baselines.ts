import search, { type Match } from 'approx-string-match';
import type { Span } from '#shared/text/span.ts';

/** Context on each side of a quote, in UTF-16 code units. */
const contextLength = 32;
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** The exact occurrences of a quote. Without any, the approximate matches that need the fewest edits. */
function findMatches(text: string, quote: string, maxErrors: number): Match[] {
  const exact: Match[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1))
    exact.push({ start, end: start + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, maxErrors);
}

/** The similarity of a text and an expected context, 0 to 1. */
function measureSimilarity(text: string, context: string): number {
  if (context === '' || text === '') return context === text ? 1 : 0;
  const [best] = findMatches(text, context, context.length);
  return best ? 1 - best.errors / context.length : 0;
}

/**
 * Finds a quote of one text in another without regard to other quotes, as annotation tools do: an approximate search allows edits
 * of up to half of the quote, and matches are scored by quote, context and position. No score is too low. Null when there is no
 * match at all.
 */
export function matchQuote(before: string, after: string, { start, end }: Span): Span | null {
  const quote = before.slice(start, end);
  const prefix = before.slice(Math.max(0, start - contextLength), start);
  const suffix = before.slice(end, end + contextLength);
  const maxErrors = Math.min(256, Math.floor(quote.length / 2));
  const scored = findMatches(after, quote, maxErrors).map((match) => {
    const prefixText = after.slice(Math.max(0, match.start - prefix.length), match.start);
    const suffixText = after.slice(match.end, match.end + suffix.length);
    const score =
      weights.quote * (1 - match.errors / quote.length) +
      weights.prefix * measureSimilarity(prefixText, prefix) +
      weights.suffix * measureSimilarity(suffixText, suffix) +
      weights.position * (1 - Math.abs(match.start - start) / after.length);
    return { match, score };
  });
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best ? { start: best.match.start, end: best.match.end } : null;
}
