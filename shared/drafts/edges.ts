import type { Span } from '../domain/span';
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
  return { start: startOf(before, after, span, old, now), end: endOf(before, after, span, old, now) };
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
  let start = place;
  while (start > floor && /\S/.test(after.text.charAt(start - 1))) start -= 1;
  return start;
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
  let end = place;
  while (end < ceiling && /\S/.test(after.text.charAt(end))) end += 1;
  return end;
}
