import { z } from 'zod';
import { claimStatuses } from '../../domain/verdict';

/**
 * The facts of a comment that a Word report made of a claim, in a file that came back. A comment is taken for one by its first line
 * (`shared/domain/word-comments`). Replies to it answer the claim.
 */
export const returnedCommentSchema = z.strictObject({
  /** Eight upper-case hexadecimal digits; null when the program that saved the file dropped it. */
  durableId: z
    .string()
    .regex(/^[0-9A-F]{8}$/)
    .nullable(),
  /** The status and the number of the claim when the report was made, from the first line. */
  status: z.enum(claimStatuses),
  number: z.int().positive().nullable(),
  /** Whether a tracked change of the same report is at its words, which nobody accepted or rejected. It was read as not made. */
  hasUndecidedChange: z.boolean(),
});

export type ReturnedComment = z.infer<typeof returnedCommentSchema>;
