import type { Alignment } from '../../alignment/alignment';
import { scanSentenceAround } from '../../alignment/tokens/scan-sentence';
import { getTokenSpan, type TokenRange, type Tokens } from '../../alignment/tokens/tokens';
import { intAt } from '../../text/sequences/at';
import type { Span } from '../../text/span';
import type { BlockPart } from './split-span';

/** A span of the draft before with its tokens. */
interface SpanTokens {
  readonly span: Span;
  readonly range: TokenRange;
}

/**
 * Counts the tokens in front of a span's first matched part that replace the first tokens of the span, or that were added in
 * front of the sentence with which it starts. A span that started with a sentence does not extend into the sentence before.
 */
export function countInsertedBefore(
  alignment: Alignment,
  { span, range }: SpanTokens,
  first: BlockPart,
): number {
  const { origins, partners, tokens } = alignment;
  const { starts } = tokens.after;
  const replacedInSpan = first.before - range.start;
  const inserted = countUnmatched(origins, first.after - 1, -1);
  if (inserted === 0 && replacedInSpan === 0) return 0;
  if (inserted === 0 || !isFirstIn(tokens.before, findSentences(alignment, span), range.start))
    return shareInserted(inserted, countUnmatched(partners, first.before - 1, -1), replacedInSpan);
  const sentence = findSentenceOfToken(alignment, first.after);
  const limit = replacedInSpan === 0 ? inserted : shareInserted(inserted, replacedInSpan, replacedInSpan);
  let count = 0;
  while (count < limit && intAt(starts, first.after - count - 1) >= sentence.start) count += 1;
  if (replacedInSpan > 0) return count;
  return isFirstIn(tokens.after, sentence, first.after - count) ? count : 0;
}

/** The same for the tokens behind a span's last matched part. */
export function countInsertedAfter(
  alignment: Alignment,
  { span, range }: SpanTokens,
  last: BlockPart,
): number {
  const { origins, partners, tokens } = alignment;
  const { starts } = tokens.after;
  const replacedInSpan = range.end - last.before - last.length;
  const next = last.after + last.length;
  const inserted = countUnmatched(origins, next, 1);
  if (inserted === 0 && replacedInSpan === 0) return 0;
  if (inserted === 0 || !isLastIn(tokens.before, findSentences(alignment, span), range.end - 1))
    return shareInserted(inserted, countUnmatched(partners, last.before + last.length, 1), replacedInSpan);
  const sentence = findSentenceOfToken(alignment, next - 1);
  const limit = replacedInSpan === 0 ? inserted : shareInserted(inserted, replacedInSpan, replacedInSpan);
  let count = 0;
  while (count < limit && intAt(starts, next + count) < sentence.end) count += 1;
  if (replacedInSpan > 0) return count;
  return isLastIn(tokens.after, sentence, next + count - 1) ? count : 0;
}

/**
 * How many of the inserted tokens replace the span's part of the replaced ones. The number is limited, because what was added
 * to a short span is not all its own.
 */
function shareInserted(inserted: number, replaced: number, replacedInSpan: number): number {
  if (replaced === 0) return 0;
  const share = Math.round(inserted * Math.min(1, replacedInSpan / replaced));
  return Math.min(inserted, 2 * replacedInSpan + 4, share);
}

/** How many consecutive tokens have no partner, from a token on in one direction. */
function countUnmatched(partners: Int32Array, from: number, step: 1 | -1): number {
  let count = 0;
  for (let token = from; token >= 0 && token < partners.length && partners[token] === -1; token += step)
    count += 1;
  return count;
}

function findSentences({ before: { text, blocks, language } }: Alignment, span: Span): Span {
  return scanSentenceAround(text, blocks, span, language);
}

function findSentenceOfToken({ after, tokens }: Alignment, token: number): Span {
  const span = getTokenSpan(tokens.after, { start: token, end: token + 1 });
  return scanSentenceAround(after.text, after.blocks, span, after.language);
}

function isFirstIn(tokens: Tokens, sentence: Span, token: number): boolean {
  return token === 0 || intAt(tokens.ends, token - 1) <= sentence.start;
}

function isLastIn(tokens: Tokens, sentence: Span, token: number): boolean {
  return token === tokens.count - 1 || intAt(tokens.starts, token + 1) >= sentence.end;
}
