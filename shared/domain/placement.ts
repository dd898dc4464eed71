import { z } from 'zod';
import { idSchema } from './primitives';
import { spanSchema } from './span';

/** `marked` by a reviewer in this draft; the others say how a claim came over from the draft before. */
const placementStatuses = ['marked', 'unchanged', 'moved', 'reworded', 'ambiguous', 'lost'] as const;

const wordChangeSchema = z.strictObject({
  before: z.string(),
  after: z.string(),
  material: z.boolean(),
  reason: z.string(),
});

export const placementSchema = z
  .strictObject({
    id: idSchema,
    claimId: idSchema,
    draftId: idSchema,
    /** Null when the claim stands nowhere in this draft, or in several places nobody chose among. */
    span: spanSchema.nullable(),
    status: z.enum(placementStatuses),
    candidates: z.array(spanSchema),
    changes: z.array(wordChangeSchema),
    resolved: z.boolean(),
  })
  .refine(
    (placement) => (placement.span === null) === ['ambiguous', 'lost'].includes(placement.status),
    'a placement without a span is ambiguous or lost',
  );

/** Where a claim stands in one draft. */
export type Placement = z.infer<typeof placementSchema>;
