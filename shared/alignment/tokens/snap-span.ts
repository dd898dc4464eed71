import type { Span } from '../../text/span';
import { at, firstEndingAfter, firstStartingFrom, type Tokens } from './tokens';

/** A range of words of one draft: half-open, indexes of words. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/** The words that a span touches; start and end are the same where it touches none. */
export function wordsIn(tokens: Tokens, span: Span): WordRange {
  const start = firstEndingAfter(tokens, span.start);
  return { start, end: Math.max(start, firstStartingFrom(tokens, span.end)) };
}

function wordAt(tokens: Tokens, index: number): string {
  return tokens.text.slice(at(tokens.starts, index), at(tokens.ends, index));
}

/**
 * The span of words in the draft after (UTF-16 offsets), which stand for words of a span of the draft before: it has the
 * signs at its edges that the old one had, or those that stand there now, and begins within a word where the old one did.
 */
export function spanOfWords(
  { before, after }: { before: Tokens; after: Tokens },
  span: Span,
  old: WordRange,
  now: WordRange,
): Span {
  const start = startOf(before, after, span, old, now);
  const end = endOf(before, after, span, old, now);
  // A span within words, of which only one is left, may have come to nothing: then it is all of that.
  return start < end
    ? { start, end }
    : { start: at(after.starts, now.start), end: at(after.ends, now.end - 1) };
}

function startOf(before: Tokens, after: Tokens, span: Span, old: WordRange, now: WordRange): number {
  const word = at(before.starts, old.start);
  const place = at(after.starts, now.start);
  if (span.start >= word) {
    const isSame = wordAt(before, old.start) === wordAt(after, now.start);
    return isSame ? place + span.start - word : place;
  }
  const signs = before.text.slice(span.start, word);
  const floor = now.start === 0 ? 0 : at(after.ends, now.start - 1);
  if (place - signs.length >= floor && after.text.startsWith(signs, place - signs.length))
    return place - signs.length;
  return place - reachOfSigns(reversed(signs), reversed(after.text.slice(floor, place)));
}

function endOf(before: Tokens, after: Tokens, span: Span, old: WordRange, now: WordRange): number {
  const word = at(before.ends, old.end - 1);
  const place = at(after.ends, now.end - 1);
  if (span.end <= word) {
    const isSame = wordAt(before, old.end - 1) === wordAt(after, now.end - 1);
    return isSame ? place + span.end - word : place;
  }
  const signs = before.text.slice(word, span.end);
  const ceiling = now.end === after.count ? after.text.length : at(after.starts, now.end);
  if (place + signs.length <= ceiling && after.text.startsWith(signs, place)) return place + signs.length;
  return place + reachOfSigns(signs, after.text.slice(place, ceiling));
}

/** How far the signs at the edge of a word reach in a text, when they are others than they were: as many groups of them. */
function reachOfSigns(old: string, now: string): number {
  const groups = old.trim().split(/\s+/).length;
  const begun = /^\s/.test(old) ? '\\s*' : '';
  const found = new RegExp(`^${begun}\\S+(?:\\s+\\S+){0,${groups - 1}}`).exec(now);
  return found?.[0].length ?? 0;
}

function reversed(signs: string): string {
  return Array.from(signs).reverse().join('');
}
