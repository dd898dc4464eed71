import type { Alignment } from '../../alignment/alignment';
import { scanSentenceAround } from '../../alignment/tokens/scan-sentence';
import { snapSpan } from '../../alignment/tokens/snap-span';
import type { TokenRange } from '../../alignment/tokens/tokens';
import { intAt } from '../../text/sequences/at';
import type { Span } from '../../text/span';
import { isCertain } from './confidence';
import { countInsertedAfter, countInsertedBefore } from './extend-into-insertions';
import { sharesHalfOfWords } from './similarity';
import { type BlockPart, chainBlockParts, countLetters, findBlockParts } from './split-span';

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
