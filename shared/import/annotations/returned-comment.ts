import { z } from 'zod';
import { idSchema, maxProseLength } from '../../domain/primitives';
import { claimStatuses } from '../../domain/verdict';

/**
 * The facts of a comment that a Word report made of a claim, in a file that came back. A comment is taken for one by its first line
 * (`shared/domain/word-comments`), and by what is known of the claims (`known-report.ts`) if the author wrote something else there: then
 * its text answers the claim. Replies to it do in any case.
 */
export const returnedCommentSchema = z.strictObject({
  /** Eight upper-case hexadecimal digits; null when the program that saved the file dropped it. */
  durableId: z
    .string()
    .regex(/^[0-9A-F]{8}$/)
    .nullable(),
  /** The status of the claim when the report was made, from the first line; null when the author rewrote it. */
  status: z.enum(claimStatuses).nullable(),
  /** Its number then; null for a claim without a place, and when the author rewrote the line. */
  number: z.int().positive().nullable(),
  /** Whether a tracked change of the same report is at its words, which nobody accepted or rejected. It was read as not made. */
  hasUndecidedChange: z.boolean(),
});

export type ReturnedComment = z.infer<typeof returnedCommentSchema>;

/** The parts of a report that came back, beside its comments. */
export const returnedReportSchema = z.strictObject({
  /** The texts of the footnotes that it had in place of comments. */
  notes: z.array(z.string().max(maxProseLength)),
  /** The ids of the claims with a tracked change that nobody accepted or rejected. It was read as not made. */
  undecided: z.array(idSchema),
});

export type ReturnedReport = z.infer<typeof returnedReportSchema>;
