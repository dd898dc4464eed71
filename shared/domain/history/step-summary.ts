import { z } from 'zod';
import { isSignature } from '../claims/set-verdict';
import { idSchema } from '../primitives';
import type { Review } from '../review/review';
import { type Change, changeActionSchema, type Edit } from './change';
import { createClaimFinder, listChangedClaimIds } from './claim-history';

/** The part of a step that undo and redo name. */
export const stepSummarySchema = z.strictObject({
  /** The id of the change that undo, or redo, takes back. */
  id: idSchema,
  /** The person's own action, also when it was undone and redone since. */
  action: changeActionSchema,
  /** Whether it only put a name on verdicts that carried none. */
  isSignature: z.boolean(),
  /** How many claims it changed, and which one if it is one. */
  claimCount: z.int().min(0),
  claimId: idSchema.nullable(),
});

export type StepSummary = z.infer<typeof stepSummarySchema>;

/** Summarizes a step that is in the review. */
export function summarizeStep(
  { id, action, edits }: { id: string; action: Change['action']; edits: readonly Edit[] },
  review: Review,
): StepSummary {
  const claimIds = listChangedClaimIds(edits, createClaimFinder(review));
  const [first] = claimIds;
  const claimId = claimIds.size === 1 ? (first ?? null) : null;
  return { id, action, isSignature: isSignature(edits), claimCount: claimIds.size, claimId };
}
