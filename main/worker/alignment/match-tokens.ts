import { intAt } from '#shared/text/sequences/at.ts';
import type { Tokens } from '#shared/text-changes/tokens/tokens.ts';
import { type AlignedGap, alignByTable, alignGaps } from './align-gaps.ts';
import type { DraftOccurrences } from './ngram-occurrences.ts';
import { slideBoundaries } from './score-blocks.ts';
import { findSentenceAnchors, findSentenceStarts } from './sentence-anchors.ts';
import { findSimilarSentences } from './similar-sentences.ts';
import {
  addBlock,
  canMatch,
  chainAnchors,
  createMatching,
  extendBlock,
  findGaps,
  findUnmatchedParts,
  inOrder,
  joinAdjacentBlocks,
  type MatchBlock,
  outOfOrder,
  removeOverlaps,
  swapSides,
  type TokenMatching,
  type TokenWindow,
} from './token-matching.ts';
import { createUniqueNgramFinder, type UniqueNgramFinder } from './unique-ngrams.ts';

/** The lengths of n-grams that are looked for in the unmatched rest of both drafts, from certain to less certain. */
const ngramSizes = [6, 4, 3];

/**
 * Matches blocks that moved, the longest first. A block whose tokens are partly matched is matched in the parts that are not, if
 * those are at least `minLength` tokens long.
 */
function matchMovedBlocks(matching: TokenMatching, blocks: readonly MatchBlock[], minLength: number): void {
  const all = getWholeWindow(matching);
  for (const block of blocks.toSorted((a, b) => b.length - a.length || a.before - b.before))
    for (const part of findUnmatchedParts(matching, block))
      if (part.length >= minLength) addBlock(matching, extendBlock(matching, part, all), outOfOrder);
}

/** Matches what is left of both drafts, wherever it is, by n-grams that are left once in each. */
function matchMoves(matching: TokenMatching, findNgrams: UniqueNgramFinder): void {
  const all = getWholeWindow(matching);
  for (const size of ngramSizes) matchMovedBlocks(matching, findNgrams(size, all), size);
}

function getWholeWindow({ before, after }: TokenMatching): TokenWindow {
  return { before: 0, beforeEnd: before.count, after: 0, afterEnd: after.count };
}

/**
 * Collects the blocks that are the same text for certain, in order of the draft before: sentences that are unique in each draft,
 * and the parts of unique n-grams outside of those that are at least `minLength` tokens long. The sentences are matched at
 * once, because a whole sentence is the same wherever it is; `starts` are those of the draft before.
 */
function collectAnchors(
  matching: TokenMatching,
  starts: Int32Array,
  {
    sentences,
    ngrams,
    minLength,
  }: { sentences: readonly MatchBlock[]; ngrams: readonly MatchBlock[]; minLength: number },
): MatchBlock[] {
  for (const sentence of sentences) addBlock(matching, sentence, outOfOrder);
  const anchors = [...sentences];
  const trim = createEndTrimmer(starts, minLength);
  for (const ngram of ngrams)
    for (const part of findUnmatchedParts(matching, ngram)) {
      const block = trim(part);
      if (block.length >= minLength) anchors.push(block);
    }
  return joinAdjacentBlocks(anchors.sort((a, b) => a.before - b.before));
}

/**
 * Trims blocks, which must come in order of the draft before, at both ends: fewer than `minLength` tokens that belong to a
 * sentence of which the rest is outside the block. Such a sentence may have been reworded, and is looked for as a whole.
 */
function createEndTrimmer(starts: Int32Array, minLength: number): (block: MatchBlock) => MatchBlock {
  let first = 0;
  return ({ before, after, length }) => {
    const end = before + length;
    while (intAt(starts, first) < before) first += 1;
    let behind = first;
    while (behind < starts.length && intAt(starts, behind) <= end) behind += 1;
    const toFirstStart = intAt(starts, first) - before;
    const fromLastStart = end - intAt(starts, behind - 1);
    const head = toFirstStart < minLength ? toFirstStart : 0;
    const tail = fromLastStart < minLength ? fromLastStart : 0;
    return { before: before + head, after: after + head, length: length - head - tail };
  };
}

/** A window as a block, for finding the windows that keep their order. */
function toBlock({ before, beforeEnd, after }: TokenWindow): MatchBlock {
  return { before, after, length: beforeEnd - before };
}

function isInside(inner: TokenWindow, outer: TokenWindow): boolean {
  return (
    outer.before <= inner.before &&
    outer.beforeEnd >= inner.beforeEnd &&
    outer.after <= inner.after &&
    outer.afterEnd >= inner.afterEnd
  );
}

/**
 * Splits windows around smaller ones that lie inside them in the same order on both sides. Both lists are in order of the draft
 * before. `outside` are the smaller windows that lie in none of the larger ones, or out of order.
 */
function splitWindows(
  windows: readonly TokenWindow[],
  inner: readonly TokenWindow[],
): { readonly windows: readonly TokenWindow[]; readonly outside: readonly TokenWindow[] } {
  if (inner.length === 0) return { windows, outside: inner };
  const inside = new Set<TokenWindow>();
  let next = 0;
  const parts = windows.flatMap((window) => {
    const candidates: TokenWindow[] = [];
    for (; next < inner.length; next += 1) {
      const candidate = inner[next];
      if (!candidate || candidate.before >= window.beforeEnd) break;
      if (isInside(candidate, window)) candidates.push(candidate);
    }
    if (candidates.length === 0) return [window];
    const chosen = chainWindows(candidates);
    for (const candidate of chosen) inside.add(candidate);
    return splitWindow(window, chosen);
  });
  return { windows: parts, outside: inner.filter((window) => !inside.has(window)) };
}

/** The windows that keep their order and together hold the most tokens. */
function chainWindows(windows: readonly TokenWindow[]): TokenWindow[] {
  const byStart = new Map(windows.map((window) => [window.before, window]));
  return chainAnchors([...byStart.values()].map(toBlock)).flatMap(({ before }) => byStart.get(before) ?? []);
}

/** A window split around smaller ones: these themselves, and what lies between them in both drafts. */
function splitWindow(window: TokenWindow, inner: readonly TokenWindow[]): TokenWindow[] {
  const parts: TokenWindow[] = [];
  let { before, after } = window;
  const addRest = (beforeEnd: number, afterEnd: number) => {
    if (beforeEnd > before && afterEnd > after) parts.push({ before, beforeEnd, after, afterEnd });
  };
  for (const part of inner) {
    addRest(part.before, part.after);
    parts.push(part);
    before = part.beforeEnd;
    after = part.afterEnd;
  }
  addRest(window.beforeEnd, window.afterEnd);
  return parts;
}

/** Matches the same tokens at both ends of a window. Returns what is left, or null where that is nothing in one draft. */
function trimWindow(matching: TokenMatching, window: TokenWindow): TokenWindow | null {
  let { before, beforeEnd, after, afterEnd } = window;
  while (before < beforeEnd && after < afterEnd && canMatch(matching, before, after)) {
    before += 1;
    after += 1;
  }
  while (before < beforeEnd && after < afterEnd && canMatch(matching, beforeEnd - 1, afterEnd - 1)) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  const start = { before: window.before, after: window.after, length: before - window.before };
  addBlock(matching, start, inOrder);
  addBlock(matching, { before: beforeEnd, after: afterEnd, length: window.beforeEnd - beforeEnd }, inOrder);
  return before < beforeEnd && after < afterEnd ? { before, beforeEnd, after, afterEnd } : null;
}

/** N-grams of this many tokens that are unique in each draft are taken to be the same text. */
export const ngramSize = 6;

/** Moved blocks of at least this many tokens are matched before the gaps between tokens that stayed. */
const minLongMove = 2 * ngramSize;

/** Moved blocks within gaps have at least this many tokens. */
const minMovedLength = 4;

/** A matching, and how it was found. */
interface MatchResult {
  readonly matching: TokenMatching;
  /** The n-grams and sentences that are unique in each draft. */
  readonly ngrams: readonly MatchBlock[];
  readonly gaps: readonly AlignedGap[];
}

/** Matches two drafts the same way in both directions, so that a span that is carried back returns to where it was. */
export function matchEitherWay(before: Tokens, after: Tokens, occurrences: DraftOccurrences): MatchResult {
  const a = before.text;
  const b = after.text;
  if (a.length < b.length || (a.length === b.length && a <= b))
    return matchTokens(before, after, occurrences);
  const { matching, ngrams, gaps } = matchTokens(after, before, {
    before: occurrences.after,
    after: occurrences.before,
  });
  return {
    matching: swapSides(matching),
    ngrams: ngrams.map((block) => ({ before: block.after, after: block.before, length: block.length })),
    gaps: gaps.map((gap) => ({
      before: gap.after,
      beforeEnd: gap.afterEnd,
      after: gap.before,
      afterEnd: gap.beforeEnd,
      isSimilar: gap.isSimilar,
    })),
  };
}

function matchTokens(before: Tokens, after: Tokens, occurrences: DraftOccurrences): MatchResult {
  const matching = createMatching(before, after);
  const findNgrams = createUniqueNgramFinder(before, after, matching.states);
  const all: TokenWindow = { before: 0, beforeEnd: before.count, after: 0, afterEnd: after.count };

  const starts = { before: findSentenceStarts(before), after: findSentenceStarts(after) };
  const ngrams = findNgrams(ngramSize, all);
  const sentences = findSentenceAnchors({ before, after }, occurrences, starts, ngrams);
  const anchors = collectAnchors(matching, starts.before, { sentences, ngrams, minLength: ngramSize });

  const chain = chainAnchors(anchors);
  const stayed = removeOverlaps(chain);
  for (const block of stayed) addBlock(matching, block, inOrder);
  const inChain = new Set(chain);
  const moved = anchors.filter((block) => !inChain.has(block));
  const longMoves = moved.filter(({ length }) => length >= minLongMove);
  matchMovedBlocks(matching, longMoves, minLongMove);

  const similar = new Set(findSimilarSentences(matching, starts));
  const { windows, outside } = splitWindows(findGaps(stayed, all), [...similar]);
  for (const pair of outside) alignByTable(matching, pair, outOfOrder);
  const trimmed = windows.flatMap((window) =>
    similar.has(window) ? window : (trimWindow(matching, window) ?? []),
  );
  const gaps = alignGaps(matching, findNgrams, { windows: trimmed, moved, minMovedLength });
  matchMoves(matching, findNgrams);
  slideBoundaries(matching);
  return { matching, ngrams: [...sentences, ...ngrams], gaps };
}
