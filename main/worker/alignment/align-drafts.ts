import type { DraftText } from '#shared/text/draft-text.ts';
import type { Tokens } from '#shared/text-changes/tokens/tokens.ts';
import type { AlignedGap } from './align-gaps.ts';
import { matchEitherWay, ngramSize } from './match-tokens.ts';
import { createOccurrenceFinder, type DraftOccurrences } from './ngram-occurrences.ts';
import { indexBlocksByToken, type ScoredBlock, scoreBlocks } from './score-blocks.ts';
import { tokenize } from './tokenize.ts';

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

/**
 * Aligns two drafts token by token. Takes time nearly in proportion to their length. `match-tokens` runs stages 2 to 6:
 *
 * 1. `tokenize`: split both texts into tokens.
 * 2. Find n-grams (`unique-ngrams`) and sentences (`sentence-anchors`) that are unique in each draft, and collect them as anchors.
 *    The heaviest chain of anchors in the same order stayed (`chainAnchors`); the others moved.
 * 3. Match the long anchors that moved.
 * 4. Pair reworded sentences (`similar-sentences`), split the gaps between anchors around them, and align each gap, by
 *    shorter n-grams and then by a longest common subsequence (`align-gaps`).
 * 5. Match what is left once in each draft.
 * 6. Move the boundaries of blocks to where sentences end (`slideBoundaries`).
 * 7. `score-blocks`: find the blocks, and the ends of blocks, that may be matched by chance.
 *
 * `token-matching` holds the matching of tokens that these stages fill, and its blocks.
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
