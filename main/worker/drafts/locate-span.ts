import { at, intAt } from '#shared/text/sequences/at.ts';
import {
  longestCommonSubsequence,
  maxTableCells,
} from '#shared/text/sequences/longest-common-subsequence.ts';
import { appendToHash } from '#shared/text/sequences/rolling-hash.ts';
import type { Span } from '#shared/text/span.ts';
import { scanSentenceAround } from '#shared/text-changes/tokens/scan-sentence.ts';
import { getTokenSpan, type TokenRange, type Tokens } from '#shared/text-changes/tokens/tokens.ts';
import type { Alignment } from '../alignment/align-drafts.ts';
import { snapSpan } from '../alignment/snap-span.ts';
import { type BlockPart, isCertain } from './confidence.ts';

/** How many parts back the previous part of a chain is searched. */
const maxLookBack = 32;

/** At most this many tokens inserted between two parts raise no doubt that both belong to the span. */
const maxSmallInsertion = 2;

/** How many letters the tokens of a range have, in UTF-16 code units. */
function countLetters(tokens: Tokens, { start, end }: TokenRange): number {
  let letters = 0;
  for (let token = start; token < end; token += 1)
    letters += intAt(tokens.ends, token) - intAt(tokens.starts, token);
  return letters;
}

/** The matched parts of a range of tokens of the draft before, in its order. */
function findBlockParts({ blocks, blockIndexByToken, tokens }: Alignment, range: TokenRange): BlockPart[] {
  const parts: BlockPart[] = [];
  for (let index = intAt(blockIndexByToken, range.start); ; index += 1) {
    const block = blocks[index];
    if (!block || block.before >= range.end) return parts;
    const start = Math.max(block.before, range.start);
    const end = Math.min(block.before + block.length, range.end);
    if (start >= end) continue;
    parts.push({
      block,
      before: start,
      after: block.after + start - block.before,
      length: end - start,
      letterCount: countLetters(tokens.before, { start, end }),
    });
  }
}

/**
 * Chooses the parts that are in order in the draft after, not far from each other, and together have the most letters: where
 * most of the span went.
 */
function chainBlockParts(parts: readonly BlockPart[], range: TokenRange): BlockPart[] {
  const reach = Math.max(8, (range.end - range.start) / 2);
  const weights: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, part] of parts.entries()) {
    let weight = part.letterCount;
    let from = -1;
    for (let back = index - 1; back >= Math.max(0, index - maxLookBack); back -= 1) {
      const other = at(parts, back);
      const gapBefore = part.before - other.before - other.length;
      const gapAfter = part.after - other.after - other.length;
      if (gapAfter < 0 || gapAfter > 2 * gapBefore + reach) continue;
      // A short word beyond many inserted ones does not belong to the span.
      const inserted = Math.max(0, gapAfter - gapBefore - maxSmallInsertion);
      const joined = at(weights, back) + part.letterCount - inserted;
      if (joined <= weight) continue;
      weight = joined;
      from = back;
    }
    weights.push(weight);
    previous.push(from);
    if (last === -1 || weight > at(weights, last)) last = index;
  }
  const chain: BlockPart[] = [];
  for (let index = last; index !== -1; index = at(previous, index)) chain.push(at(parts, index));
  return chain.reverse();
}

/** Whether a reader takes a token as part of the word before it: `1,200`, `well-kept` and a web address are one word each. */
function continuesWord({ text, starts, ends }: Tokens, token: number): boolean {
  const [from, to] = [intAt(ends, token - 1), intAt(starts, token)];
  if (from === to || text.charCodeAt(from) === 0x20) return false;
  return !/\s/.test(text.slice(from, to));
}

/** The words of a range as a reader counts them: a hash of the tokens of each. */
function hashWords(tokens: Tokens, { start, end }: TokenRange): number[] {
  const words: number[] = [];
  for (let token = start; token < end; token += 1) {
    const id = intAt(tokens.ids, token);
    if (token > start && continuesWord(tokens, token)) words.push(appendToHash(words.pop() ?? 0, id));
    else words.push(id);
  }
  return words;
}

/** Whether a range of the draft after holds at least half of the words of a range of the draft before, in their order. */
function sharesHalfOfWords(
  { before, after }: { readonly before: Tokens; readonly after: Tokens },
  oldTokens: TokenRange,
  newTokens: TokenRange,
): boolean {
  const oldWords = hashWords(before, oldTokens);
  const newWords = hashWords(after, newTokens);
  if (oldWords.length * newWords.length > maxTableCells) return true;
  const isEqual = (a: number, b: number) => oldWords[a] === newWords[b];
  return 2 * longestCommonSubsequence(oldWords.length, newWords.length, isEqual).length >= oldWords.length;
}

/** A span of the draft before with its tokens. */
interface SpanTokens {
  readonly span: Span;
  readonly range: TokenRange;
}

/**
 * Counts the tokens in front of a span's first matched part that replace the first tokens of the span, or that were added in
 * front of the sentence with which it starts. A span that started with a sentence does not extend into the sentence before.
 */
function countInsertedBefore(alignment: Alignment, { span, range }: SpanTokens, first: BlockPart): number {
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
function countInsertedAfter(alignment: Alignment, { span, range }: SpanTokens, last: BlockPart): number {
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

/** The share of a span's letters that has to be found, at least, for a location to be taken for its own. */
const minFoundLetters = 0.35;

/** At most this many tokens between two that stayed may have been replaced without a token in common. */
const maxReplacedTokens = 8;

/** The likely location in the draft after of a span of the draft before. */
export interface LocatedSpan {
  /** UTF-16 offsets into the draft after. */
  readonly span: Span;
  /** Whether its text is in another order than the text around it. */
  readonly isMoved: boolean;
  /** Whether it is the only possible location, as far as its text is the same. */
  readonly isCertain: boolean;
  /** Whether at least half of the words were found there. If not, another text may have replaced them. */
  readonly isSimilar: boolean;
}

/** Locates a span of the draft before (UTF-16 offsets) with its tokens in the draft after; null where they are gone. */
export function locateSpan(alignment: Alignment, span: Span, range: TokenRange): LocatedSpan | null {
  const parts = findBlockParts(alignment, range);
  const [first] = parts;
  if (first && first.length === range.end - range.start)
    return {
      span: snapWholePart(alignment, span, range, first),
      isMoved: first.block.isMoved,
      isCertain: isCertain(alignment, first),
      isSimilar: true,
    };
  return locateByParts(alignment, span, range, parts) ?? locateBetween(alignment, span, range);
}

/** The span of tokens that are still together. Text inserted at its ends is included unless the rest is verbatim without it. */
function snapWholePart(alignment: Alignment, span: Span, range: TokenRange, part: BlockPart): Span {
  const { before, after, tokens } = alignment;
  const end = part.after + part.length;
  const found = snapSpan(tokens, span, range, { start: part.after, end });
  if (before.text.slice(span.start, span.end) === after.text.slice(found.start, found.end)) return found;
  return snapSpan(tokens, span, range, {
    start: part.after - countInsertedBefore(alignment, { span, range }, part),
    end: end + countInsertedAfter(alignment, { span, range }, part),
  });
}

/** Locates a span by the parts of it that are matched, if they are enough of it. */
function locateByParts(
  alignment: Alignment,
  span: Span,
  range: TokenRange,
  parts: readonly BlockPart[],
): LocatedSpan | null {
  const chain = chainBlockParts(parts, range);
  const [first, last] = [chain[0], chain.at(-1)];
  const foundLetters = chain.reduce((sum, { letterCount }) => sum + letterCount, 0);
  if (!first || !last || foundLetters < minFoundLetters * countLetters(alignment.tokens.before, range))
    return null;
  const found = {
    start: first.after - countInsertedBefore(alignment, { span, range }, first),
    end: last.after + last.length + countInsertedAfter(alignment, { span, range }, last),
  };
  const movedLetters = chain.reduce(
    (sum, { letterCount, block }) => sum + (block.isMoved ? letterCount : 0),
    0,
  );
  return {
    span: snapSpan(alignment.tokens, span, range, found),
    isMoved: movedLetters * 2 > foundLetters,
    isCertain: false,
    isSimilar: sharesHalfOfWords(alignment.tokens, range, found),
  };
}

/** Locates a span whose tokens were all replaced: between tokens that stayed, of which at least one is in its sentence. */
function locateBetween(alignment: Alignment, span: Span, range: TokenRange): LocatedSpan | null {
  const { partners, origins, before, tokens } = alignment;
  const { starts, count } = tokens.before;
  let left = range.start - 1;
  while (left >= 0 && range.start - left <= maxReplacedTokens && intAt(partners, left) === -1) left -= 1;
  let right = range.end;
  while (right < count && right - range.end < maxReplacedTokens && intAt(partners, right) === -1) right += 1;
  const from = left < 0 ? -1 : intAt(partners, left) + 1;
  const to = right < count ? intAt(partners, right) : -1;
  const replaced = right - left - 1;
  const inserted = to - from;
  if (from <= 0 || to === -1 || replaced > maxReplacedTokens) return null;
  if (inserted <= 0 || inserted > 2 * replaced + 4) return null;
  for (let token = from; token < to; token += 1) if (intAt(origins, token) !== -1) return null;
  const sentence = scanSentenceAround(before.text, before.blocks, span, before.language);
  if (intAt(starts, left) < sentence.start && intAt(starts, right) >= sentence.end) return null;
  // The span takes the same share of the inserted tokens, in the same order, as it had of the replaced ones.
  const scale = (token: number) => Math.round((inserted * (token - left - 1)) / replaced);
  const start = from + Math.min(inserted - 1, scale(range.start));
  const end = Math.max(start + 1, from + scale(range.end));
  return {
    span: snapSpan(tokens, span, range, { start, end }),
    isMoved: false,
    isCertain: false,
    isSimilar: false,
  };
}
