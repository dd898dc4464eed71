import type { Span } from './span.ts';

/** The parts of a draft that reading its text needs: all that comparing drafts or moving through one looks at. */
export interface DraftText {
  readonly text: string;
  /** The paragraphs in order, in UTF-16 offsets. No sentence extends over the end of a block. */
  readonly blocks: readonly Span[];
  /** A BCP 47 tag, or null where the language isn't known. */
  readonly language: string | null;
}
