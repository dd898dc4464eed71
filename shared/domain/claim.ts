import { z } from 'zod';
import { idSchema, lineSchema, momentSchema, proseSchema } from './primitives';
import { verdictSchema } from './verdict';

/** What a verdict was set on: the claim's words and its sentence as they stood then. */
const judgedSchema = z.strictObject({
  verdict: verdictSchema.exclude(['unchecked']),
  words: z.string().min(1),
  sentence: z.string().min(1),
  draftId: idSchema,
  /** The reviewer's name; null as long as none was given. */
  by: lineSchema,
  at: momentSchema,
  /** The sources that no longer stood and were known not to; absent when there were none. */
  despite: z.array(idSchema).min(1).optional(),
});

export type Judged = z.infer<typeof judgedSchema>;

export const claimKinds = ['figure', 'date', 'name', 'quote', 'event', 'other'] as const;

export const claimSchema = z
  .strictObject({
    id: idSchema,
    verdict: verdictSchema,
    /** Null exactly when the verdict is `unchecked`. */
    judged: judgedSchema.nullable(),
    note: proseSchema,
    /** The words that should stand instead ("change to ..."). */
    correction: proseSchema,
    /** Who says so in the article. */
    claimant: lineSchema,
    kind: z.enum(claimKinds).nullable(),
    createdBy: lineSchema,
    createdAt: momentSchema,
  })
  .refine(
    (claim) =>
      claim.verdict === 'unchecked' ? claim.judged === null : claim.judged?.verdict === claim.verdict,
    'a verdict says what it was set on',
  );

/** A checkable statement, held on words of the article. */
export type Claim = z.infer<typeof claimSchema>;
