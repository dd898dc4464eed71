import { z } from 'zod';
import { spanSchema } from '#shared/text/span.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { wordChangeSchema } from '#shared/text-changes/word-change.ts';
import { idSchema, lineSchema, proseSchema, timestampSchema } from './primitives.ts';

/** A span of one draft that a reviewer marked as "nothing to check here". */
export const dismissalSchema = storedObject({
  id: idSchema,
  draftId: idSchema,
  span: spanSchema,
  by: lineSchema,
  at: timestampSchema,
});

/** Most places that one query names. */
const maxPlaces = 20;

export const dismissedQuerySchema = storedObject({
  id: idSchema,
  /** The rule that raised it. A string, because a later version has rules that this one does not know. */
  rule: z.string().min(1).max(40),
  /**
   * The words of its places in order. They identify the query together with the rule, so that it stays dismissed in the next draft
   * while the words are the same, and is raised again once they differ.
   */
  words: z.array(z.string().min(1)).min(1).max(maxPlaces),
  reason: proseSchema,
  by: lineSchema,
  at: timestampSchema,
});

/** A query that the reviewer dismissed, with the reason. */
export type DismissedQuery = z.infer<typeof dismissedQuerySchema>;

/**
 * `marked` by a reviewer in this draft; the others say what became of the claim when it was carried over from the draft
 * before.
 */
export const placementStatuses = ['marked', 'unchanged', 'moved', 'reworded', 'ambiguous', 'lost'] as const;

/** Whether carrying the claim over to this draft did not find its span, so that the reviewer has to choose one. */
export function isChosenByReviewer({ status }: { status: (typeof placementStatuses)[number] }): boolean {
  return status === 'ambiguous' || status === 'lost';
}

/** At most this many equally likely spans are kept for the reviewer to choose from. */
export const maxCandidates = 20;

export const placementSchema = storedObject({
  id: idSchema,
  claimId: idSchema,
  draftId: idSchema,
  /** Null when the claim was not found in this draft, or when several candidates wait for a choice. */
  span: spanSchema.nullable(),
  status: z.enum(placementStatuses),
  candidates: z.array(spanSchema).max(maxCandidates),
  /** Changes since the draft before; for a claim without a span, the removal of its former words. */
  changes: z.array(wordChangeSchema),
  /** Whether the reviewer has nothing left to do. Without a span: whether the claim was retired. */
  resolved: z.boolean(),
}).refine((placement) => {
  const isChosen = isChosenByReviewer(placement);
  return placement.span === null ? isChosen : !isChosen || placement.resolved;
}, 'only an ambiguous or lost placement has no span, and giving it one resolves it');

/** The position of a claim in one draft. */
export type Placement = z.infer<typeof placementSchema>;
