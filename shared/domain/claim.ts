import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { answerSchema } from './answer';
import { idSchema, lineSchema, proseSchema, timestampSchema } from './primitives';
import { judgedVerdicts, verdicts } from './verdict';

export const verdictSchema = z.enum(verdicts);

/** A verdict that a judgement can have. */
export const judgedVerdictSchema = z.enum(judgedVerdicts);

export const judgementSchema = storedObject({
  verdict: judgedVerdictSchema,
  words: z.string().min(1),
  sentence: z.string().min(1),
  draftId: idSchema,
  /** The reviewer's name; null when it was not known yet. */
  by: lineSchema,
  at: timestampSchema,
  /** Accepted risks: the ids of the unreliable sources that the reviewer knew of; absent when there were none. */
  despite: z.array(idSchema).min(1).optional(),
});

/** A verdict with the claim's text and its sentence at the time when the verdict was set. */
export type Judgement = z.infer<typeof judgementSchema>;

export const claimKinds = ['figure', 'date', 'name', 'quote', 'event', 'other'] as const;

export const claimKindLabels: Record<(typeof claimKinds)[number], string> = {
  figure: 'Figure',
  date: 'Date',
  name: 'Name',
  quote: 'Quote',
  event: 'Event',
  other: 'Other',
};

export const claimSchema = storedObject({
  id: idSchema,
  verdict: verdictSchema,
  /** Null if and only if the verdict is `unchecked`. */
  judged: judgementSchema.nullable(),
  note: proseSchema,
  /** Text to replace the claim with. */
  correction: proseSchema,
  /** The person or organization to whom the article attributes the claim. */
  claimant: lineSchema,
  kind: z.enum(claimKinds).nullable(),
  /** Whether a comment of the imported file made the note. Absent for notes that the reviewer wrote, and in earlier versions. */
  noteFromComment: z.literal(true).optional(),
  /** The author's answers in Word reports that came back, the oldest first; at most one for each draft. */
  answers: z.array(answerSchema).default([]),
  /** The tags of the claim, each once, in the order in which they were given. */
  tagIds: z.array(idSchema).default([]),
  createdBy: lineSchema,
  createdAt: timestampSchema,
}).refine(
  (claim) =>
    claim.verdict === 'unchecked' ? claim.judged === null : claim.judged?.verdict === claim.verdict,
  'a verdict comes with its judgement',
);

/** A checkable statement in the article. Its position in a draft is a placement. */
export type Claim = z.infer<typeof claimSchema>;
