import { z } from 'zod';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema, lineSchema, maxProseLength, proseSchema, timestampSchema } from './primitives.ts';
import { judgedVerdicts, verdicts } from './verdict.ts';

/**
 * The author's decision on a correction that a report suggested: took it, left the words as they were, did not decide, or wrote something
 * else.
 */
export const correctionOutcomes = ['accepted', 'rejected', 'undecided', 'reworded'] as const;

export type CorrectionOutcome = (typeof correctionOutcomes)[number];

/** Each outcome as it follows the words of the correction in a sentence. */
export const correctionOutcomeLabels: Record<CorrectionOutcome, string> = {
  accepted: 'accepted by the author',
  rejected: 'not accepted: the words are as they were',
  undecided: 'not decided by the author',
  reworded: 'not taken over: the author wrote something else',
};

const replySchema = storedObject({
  /** Null when the file does not say. */
  by: lineSchema,
  at: timestampSchema.nullable(),
  text: z.string().min(1).max(maxProseLength),
});

export type Reply = z.infer<typeof replySchema>;

export const answerSchema = storedObject({
  /** The draft whose file brought the answer. */
  draftId: idSchema,
  /** The texts below the comment of the claim, in order, as far as no earlier answer has it. */
  replies: z.array(replySchema),
  /** Whether the comment was marked as resolved. */
  isResolved: z.boolean(),
  /** The correction that the claim had, and what became of it; null when it had none. */
  correction: storedObject({
    text: z.string().min(1).max(maxProseLength),
    outcome: z.enum(correctionOutcomes),
  }).nullable(),
});

/**
 * The author's answer to a claim in a Word report that came back as the next draft. Its words never leave the app, like those of
 * an annotation.
 */
export type Answer = z.infer<typeof answerSchema>;

/**
 * Whether the reviewer has to look at an answer: the author wrote something, opened the comment again, or did not take the correction.
 * An accepted correction has its claim checked again anyway, and a comment that was only resolved asks nothing.
 */
export function isForReviewer({ replies, isResolved, correction }: Omit<Answer, 'draftId'>): boolean {
  if (replies.length > 0) return true;
  if (!correction) return !isResolved;
  return correction.outcome === 'rejected' || correction.outcome === 'reworded';
}

/**
 * Whether the author said something, or decided about the correction. A comment that was resolved or opened again says nothing, and a
 * correction that nobody decided is kept with the answers, but is none.
 */
export function isAnswered({ answers }: { answers: readonly Answer[] }): boolean {
  return answers.some(
    ({ replies, correction }) =>
      replies.length > 0 || (correction !== null && correction.outcome !== 'undecided'),
  );
}

/** Whether the comment of the claim was resolved when it came back last. */
export function isResolved({ answers }: { answers: readonly Answer[] }): boolean {
  return answers.at(-1)?.isResolved ?? false;
}

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
  /** Whether a comment of the imported file made the note. Absent for notes that the reviewer wrote. */
  noteFromComment: z.literal(true).optional(),
  /** The author's answers in Word reports that came back, the oldest first; at most one for each draft. */
  answers: z.array(answerSchema),
  /** The tags of the claim, each once, in the order in which they were given. */
  tagIds: z.array(idSchema),
  createdBy: lineSchema,
  createdAt: timestampSchema,
}).refine(
  (claim) =>
    claim.verdict === 'unchecked' ? claim.judged === null : claim.judged?.verdict === claim.verdict,
  'a verdict comes with its judgement',
);

/** A checkable statement in the article. Its position in a draft is a placement. */
export type Claim = z.infer<typeof claimSchema>;
