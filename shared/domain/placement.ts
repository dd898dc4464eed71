import { z } from 'zod';
import { spanSchema } from '../text/span';
import { wordChangeSchema } from '../text-changes/word-change';
import { idSchema } from './primitives';

/** `marked` by a reviewer in this draft; the others say how a claim came over from the draft before. */
export const placementStatuses = ['marked', 'unchanged', 'moved', 'reworded', 'ambiguous', 'lost'] as const;

/** Of several places as likely as each other, so many are kept to choose among. */
export const mostCandidates = 20;

export const placementSchema = z
  .strictObject({
    id: idSchema,
    claimId: idSchema,
    draftId: idSchema,
    /** Null when the claim stands nowhere in this draft, or in several places nobody chose among. */
    span: spanSchema.nullable(),
    status: z.enum(placementStatuses),
    candidates: z.array(spanSchema).max(mostCandidates),
    /** From the draft before to this one; of a claim without a span, the words that it stood on. */
    changes: z.array(wordChangeSchema),
    /** Whether nobody has to look at it. Without a span: whether the claim was let go. */
    resolved: z.boolean(),
  })
  .refine(({ span, status, resolved }) => {
    const isCarried = status !== 'ambiguous' && status !== 'lost';
    return span === null ? !isCarried : isCarried || resolved;
  }, 'a placement without a span is ambiguous or lost, and one that was is resolved by giving it one');

/** Where a claim stands in one draft. */
export type Placement = z.infer<typeof placementSchema>;
