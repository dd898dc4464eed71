import type { DraftText } from '../text/draft-text';
import type { DraftOccurrences } from './anchors/ngram-occurrences';
import type { AlignedGap } from './gaps/align-gaps';
import type { ScoredBlock } from './scoring/score-blocks';
import type { Tokens } from './tokens/tokens';

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
