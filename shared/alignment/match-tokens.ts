import { chainAnchors } from './anchors/chain-anchors';
import { collectAnchors } from './anchors/collect-anchors';
import type { DraftOccurrences } from './anchors/ngram-occurrences';
import { findSentenceAnchors, findSentenceStarts } from './anchors/sentence-anchors';
import { createUniqueNgramFinder } from './anchors/unique-ngrams';
import { findGaps } from './blocks/extend-blocks';
import { type MatchBlock, removeOverlaps, type TokenWindow } from './blocks/match-blocks';
import {
  addBlock,
  createMatching,
  inOrder,
  outOfOrder,
  swapSides,
  type TokenMatching,
} from './blocks/token-matching';
import { type AlignedGap, alignGaps } from './gaps/align-gaps';
import { alignByTable } from './gaps/align-window';
import { findSimilarSentences } from './gaps/similar-sentences';
import { splitWindows, trimWindow } from './gaps/split-windows';
import { matchMovedBlocks, matchMoves } from './match-moves';
import { slideBoundaries } from './scoring/boundary-slide';
import type { Tokens } from './tokens/tokens';

/** N-grams of this many tokens that are unique in each draft are taken to be the same text. */
export const ngramSize = 6;

/** Moved blocks of at least this many tokens are matched before the gaps between tokens that stayed. */
const minLongMove = 2 * ngramSize;

/** Moved blocks within gaps have at least this many tokens. */
const minMovedLength = 4;

/** A matching, and how it was found. */
export interface MatchResult {
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
