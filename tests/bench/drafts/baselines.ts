import search, { type Match } from 'approx-string-match';
import { diff_match_patch } from 'diff-match-patch';
import type { Span } from '../../../shared/text/span';

/** UTF-16 units of context on each side. */
const contextLength = 32;
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** Where a quote stands as it is; or, if nowhere, where it needs the fewest edits. */
function findMatches(text: string, quote: string, mostErrors: number): Match[] {
  const exact: Match[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1))
    exact.push({ start, end: start + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, mostErrors);
}

function measureSimilarity(text: string, context: string): number {
  if (context === '' || text === '') return context === text ? 1 : 0;
  const [best] = findMatches(text, context, context.length);
  return best ? 1 - best.errors / context.length : 0;
}

/**
 * Where a quote of one text stands in another, matched by itself as annotation tools do it: approximate search with up to half
 * of its length as edits, the matches weighed by the words around them and by their place. No score is too low. Null when
 * there is no match at all.
 */
export function matchQuote(before: string, after: string, { start, end }: Span): Span | null {
  const quote = before.slice(start, end);
  const prefix = before.slice(Math.max(0, start - contextLength), start);
  const suffix = before.slice(end, end + contextLength);
  const scored = findMatches(after, quote, Math.min(256, Math.floor(quote.length / 2))).map((match) => ({
    match,
    score:
      weights.quote * (1 - match.errors / quote.length) +
      weights.prefix * measureSimilarity(after.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      weights.suffix * measureSimilarity(after.slice(match.end, match.end + suffix.length), suffix) +
      weights.position * (1 - Math.abs(match.start - start) / after.length),
  }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best ? { start: best.match.start, end: best.match.end } : null;
}

/** The places of spans by diff-match-patch's comparison of both texts, which ends after so many seconds. */
export function locateByDiff(
  before: string,
  after: string,
  spans: readonly Span[],
  timeout: number,
): (Span | null)[] {
  const differ = new diff_match_patch();
  differ.Diff_Timeout = timeout;
  const diffs = differ.diff_main(before, after);
  return spans.map(({ start, end }) => {
    const place = { start: differ.diff_xIndex(diffs, start), end: differ.diff_xIndex(diffs, end) };
    return place.start < place.end ? place : null;
  });
}
