import type { Span } from '../../text/span';

/** A draft as far as comparing it with another needs it. */
export interface DraftText {
  readonly text: string;
  /** In order, in UTF-16 offsets of the text; no sentence goes on over the border of a block. */
  readonly blocks: readonly Span[];
  /** BCP 47, or null where it isn't known. */
  readonly language: string | null;
}
