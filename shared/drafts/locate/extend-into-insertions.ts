import type { Alignment } from '../../alignment/align-drafts';
import { nearSentence } from '../../alignment/tokens/sentence-at';
import type { WordRange } from '../../alignment/tokens/snap-span';
import { at, type Tokens } from '../../alignment/tokens/tokens';
import type { Span } from '../../text/span';
import type { Piece } from './split-span';

/**
 * Of the words put in beside what stayed, as many as stand for the span's part of those that were taken out there; not
 * without end, for what was added to a short span is not all its own.
 */
function shareOf(put: number, taken: number, ofSpan: number): number {
  if (taken === 0) return 0;
  return Math.min(put, 2 * ofSpan + 4, Math.round(put * Math.min(1, ofSpan / taken)));
}

/** How many words without a partner follow one another from a word on, in steps of 1 or -1. */
function alone(partners: Int32Array, from: number, step: 1 | -1): number {
  let count = 0;
  for (let word = from; word >= 0 && word < partners.length && partners[word] === -1; word += step)
    count += 1;
  return count;
}

function sentenceOfWord(alignment: Alignment, word: number): Span {
  const { text, blocks, language } = alignment.after;
  const tokens = alignment.words.after;
  return nearSentence(text, blocks, { start: at(tokens.starts, word), end: at(tokens.ends, word) }, language);
}

function sentencesOfSpan({ before: { text, blocks, language } }: Alignment, span: Span): Span {
  return nearSentence(text, blocks, span, language);
}

/**
 * How many words before the first that was found stand for the first words of a span, which were replaced. A span that began
 * with a sentence does not reach into the one before.
 */
export function putBefore(alignment: Alignment, span: Span, words: WordRange, first: Piece): number {
  const { origins, partners } = alignment;
  const ofSpan = first.before - words.start;
  const put = alone(origins, first.after - 1, -1);
  if (ofSpan === 0) return putInAtStart(alignment, span, words, first, put);
  if (put === 0 || !isFirstIn(alignment.words.before, sentencesOfSpan(alignment, span), words.start))
    return shareOf(put, alone(partners, first.before - 1, -1), ofSpan);
  const most = shareOf(put, ofSpan, ofSpan);
  const { start } = sentenceOfWord(alignment, first.after);
  let within = 0;
  while (within < most && at(alignment.words.after.starts, first.after - within - 1) >= start) within += 1;
  return within;
}

/** As `putBefore`, of the words behind the last that was found. */
export function putBehind(alignment: Alignment, span: Span, words: WordRange, last: Piece): number {
  const { origins, partners } = alignment;
  const ofSpan = words.end - last.before - last.length;
  const next = last.after + last.length;
  const put = alone(origins, next, 1);
  if (ofSpan === 0) return putInAtEnd(alignment, span, words, next, put);
  if (put === 0 || !isLastIn(alignment.words.before, sentencesOfSpan(alignment, span), words.end - 1))
    return shareOf(put, alone(partners, last.before + last.length, 1), ofSpan);
  const most = shareOf(put, ofSpan, ofSpan);
  const { end } = sentenceOfWord(alignment, next - 1);
  let within = 0;
  while (within < most && at(alignment.words.after.starts, next + within) < end) within += 1;
  return within;
}

/** How many words were put in at the start of a sentence that a span began with: it goes on doing so. */
function putInAtStart(
  alignment: Alignment,
  span: Span,
  words: WordRange,
  { after }: Piece,
  put: number,
): number {
  if (put === 0 || !isFirstIn(alignment.words.before, sentencesOfSpan(alignment, span), words.start))
    return 0;
  const sentence = sentenceOfWord(alignment, after);
  const { starts } = alignment.words.after;
  let within = 0;
  while (within < put && at(starts, after - within - 1) >= sentence.start) within += 1;
  return isFirstIn(alignment.words.after, sentence, after - within) ? within : 0;
}

/** As `putInAtStart`, at the end of a sentence, from a word on. */
function putInAtEnd(alignment: Alignment, span: Span, words: WordRange, next: number, put: number): number {
  if (put === 0 || !isLastIn(alignment.words.before, sentencesOfSpan(alignment, span), words.end - 1))
    return 0;
  const sentence = sentenceOfWord(alignment, next - 1);
  const { starts } = alignment.words.after;
  let within = 0;
  while (within < put && at(starts, next + within) < sentence.end) within += 1;
  return isLastIn(alignment.words.after, sentence, next + within - 1) ? within : 0;
}

function isFirstIn(tokens: Tokens, sentence: Span, word: number): boolean {
  return word === 0 || at(tokens.ends, word - 1) <= sentence.start;
}

function isLastIn(tokens: Tokens, sentence: Span, word: number): boolean {
  return word === tokens.count - 1 || at(tokens.starts, word + 1) >= sentence.end;
}
