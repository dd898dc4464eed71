import { z } from 'zod';
import { spanSchema } from '../../text/span';
import { storedObject } from '../../text/stored-object';
import { wordChangeSchema } from '../../text-changes/word-change';
import { idSchema } from '../primitives';

/**
 * `marked` by a reviewer in this draft; the others say what became of the claim when it was carried over from the draft
 * before.
 */
export const placementStatuses = ['marked', 'unchanged', 'moved', 'reworded', 'ambiguous', 'lost'] as const;

type PlacementStatus = (typeof placementStatuses)[number];

/** Whether carrying the claim over found its span. For the others, only the reviewer can choose one. */
const isSpanFound: Record<PlacementStatus, boolean> = {
  marked: true,
  unchanged: true,
  moved: true,
  reworded: true,
  ambiguous: false,
  lost: false,
};

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
}).refine(({ span, status, resolved }) => {
  return span === null ? !isSpanFound[status] : isSpanFound[status] || resolved;
}, 'only an ambiguous or lost placement has no span, and giving it one resolves it');

/** The position of a claim in one draft. */
export type Placement = z.infer<typeof placementSchema>;

/** Whether carrying the claim over to this draft did not find its span, so that the reviewer has to choose one. */
export function isChosenByReviewer({ status }: Pick<Placement, 'status'>): boolean {
  return !isSpanFound[status];
}
