import type { DraftText } from '../text/draft-text';
import { type AlignedGap, alignByTable, alignGaps } from './align-gaps';
import { slideBoundaries } from './boundary-slide';
import { chainAnchors } from './chain-anchors';
import { collectAnchors } from './collect-anchors';
import { findGaps } from './extend-blocks';
import { type MatchBlock, removeOverlaps, type TokenWindow } from './match-blocks';
import { matchMovedBlocks, matchMoves } from './match-moves';
import { createOccurrenceFinder, type DraftOccurrences } from './ngram-occurrences';
import { indexBlocksByToken, type ScoredBlock, scoreBlocks } from './score-blocks';
import { findSentenceAnchors, findSentenceStarts } from './sentence-anchors';
import { findSimilarSentences } from './similar-sentences';
import { splitWindows, trimWindow } from './split-windows';
import {
  addBlock,
  createMatching,
  inOrder,
  outOfOrder,
  swapSides,
  type TokenMatching,
} from './token-matching';
import { tokenize } from './tokens/tokenize';
import type { Tokens } from './tokens/tokens';
import { createUniqueNgramFinder } from './unique-ngrams';

/** N-grams of this many tokens that are unique in each draft are taken to be the same text. */
export const ngramSize = 6;

/** Moved blocks of at least this many tokens are matched before the gaps between tokens that stayed. */
const minLongMove = 2 * ngramSize;

/** Moved blocks within gaps have at least this many tokens. */
const minMovedLength = 4;

/** Which tokens of two drafts are the same, computed once; claims, dismissals and marks are carried through it. */
export interface Alignment {
  readonly before: DraftText;
  readonly after: DraftText;
  /** Whether the two texts are the same; then all the rest is empty. */
  readonly isSame: boolean;
  readonly tokens: { readonly before: Tokens; readonly after: Tokens };
  /** By token of the draft before, its partner in the draft after; -1 where it has none. */
  readonly partners: Int32Array;
  /** By token of the draft after, its partner in the draft before; -1 where it has none. */
  readonly origins: Int32Array;
  /** The matched tokens, in order of the draft before. */
  readonly blocks: readonly ScoredBlock[];
  /** By token of the draft before, the index of the first block that ends behind it. */
  readonly blockIndexByToken: Int32Array;
  /** The gaps between tokens that stayed, in order of both drafts. */
  readonly gaps: readonly AlignedGap[];
  readonly occurrences: DraftOccurrences;
}

/** A matching, and how it was found. */
interface MatchResult {
  readonly matching: TokenMatching;
  /** The n-grams and sentences that are unique in each draft. */
  readonly ngrams: readonly MatchBlock[];
  readonly gaps: readonly AlignedGap[];
}

/**
 * Aligns two drafts token by token. Takes time nearly in proportion to their length. The stages, each in a file of its own:
 *
 * 1. `tokens/`: split both texts into tokens (`tokenize`).
 * 2. `unique-ngrams`, `sentence-anchors`: find n-grams and sentences that are unique in each draft; `collect-anchors` makes
 *    anchors of them.
 * 3. `chain-anchors`: the heaviest chain of anchors in the same order stayed. The others moved; `match-moves` matches the long
 *    ones.
 * 4. `similar-sentences`, `split-windows`: pair reworded sentences, and split the gaps between anchors around them.
 * 5. `align-gaps`: align each gap, by shorter n-grams and then by a longest common subsequence; `match-moves` matches what is
 *    left once in each draft.
 * 6. `boundary-slide`: move the boundaries of blocks to where sentences end.
 * 7. `score-blocks`, `unreliable-ends`: tell which blocks, and which of their ends, may be matched by chance.
 */
export function alignDrafts(before: DraftText, after: DraftText): Alignment {
  const isSame = before.text === after.text;
  const tokens = { before: tokenize(isSame ? '' : before.text), after: tokenize(isSame ? '' : after.text) };
  const occurrences = {
    before: createOccurrenceFinder(tokens.before),
    after: createOccurrenceFinder(tokens.after),
  };
  const { matching, ngrams, gaps } = matchEitherWay(tokens.before, tokens.after, occurrences);
  const blocks = scoreBlocks(matching, ngrams, ngramSize);
  return {
    before,
    after,
    isSame,
    tokens,
    partners: matching.partners,
    origins: matching.origins,
    blocks,
    blockIndexByToken: indexBlocksByToken(blocks, tokens.before.count),
    gaps,
    occurrences,
  };
}

/** Matches two drafts the same way in both directions, so that a span that is carried back returns to where it was. */
function matchEitherWay(before: Tokens, after: Tokens, occurrences: DraftOccurrences): MatchResult {
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
