import { z } from 'zod';
import { spanSchema } from '../text/span.ts';

const hunkSchema = z.strictObject({
  /**
   * `same` may differ in spaces only; `restyled` is the same text written in another way; `movedAway` and `movedHere` are the
   * same text in another place, once in each draft. A hunk that is on one side only is null on the other.
   */
  kind: z.enum(['same', 'restyled', 'removed', 'added', 'movedAway', 'movedHere']),
  /** UTF-16 offsets into the text of each draft. */
  before: spanSchema.nullable(),
  after: spanSchema.nullable(),
});

export const comparisonSchema = z.array(hunkSchema);

/**
 * The common and the different parts of two drafts, word by word, in reading order. Each hunk lies within one block, and each word
 * of a draft is in one hunk.
 */
export type Comparison = z.infer<typeof comparisonSchema>;

export type Hunk = Comparison[number];
