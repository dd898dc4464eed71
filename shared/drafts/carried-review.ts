import { z } from 'zod';
import { maxCandidates, placementStatuses } from '../domain/draft/placement';
import { coverageCountsSchema } from '../domain/review/coverage-counts';
import { spanSchema } from '../text/span';
import { wordChangeSchema } from '../text-changes/word-change';
import { returnedCountsSchema } from './returned/returned-counts';

const carriedClaimSchema = z.strictObject({
  claimId: z.string(),
  status: z.enum(placementStatuses).exclude(['marked']),
  /** The claim's text in the draft before. */
  words: z.string(),
  /** UTF-16 offsets into the new draft; null where the claim has no certain place in it. */
  span: spanSchema.nullable(),
  candidates: z.array(spanSchema).max(maxCandidates),
  /** How the claim's text changed since the draft before. */
  changes: z.array(wordChangeSchema),
  /** Whether its verdict no longer holds for its text or its sentence. */
  recheck: z.boolean(),
  /** Whether somebody had to look at it in the draft before already. */
  wasWaiting: z.boolean(),
  /** Whether nobody needs to look at it. */
  resolved: z.boolean(),
});

export const carriedReviewSchema = z.strictObject({
  claims: z.array(carriedClaimSchema),
  dismissals: z.array(z.strictObject({ dismissalId: z.string(), span: spanSchema })),
  /** How many dismissals are not carried, because their text says something else now or is gone. */
  droppedDismissals: z.int().nonnegative(),
  /** How many words of the new draft were not in the one before. */
  newWords: z.int().nonnegative(),
  /** The share of the shorter draft that is in the other one, see `measureSharedText`. */
  shared: z.number().min(0).max(1),
});

/** The review as a draft would carry it, with counts of its sentences, and of the claims and evidence that its annotations add. */
export const draftPreviewSchema = carriedReviewSchema.extend({
  added: z.strictObject({
    claims: z.int().nonnegative(),
    /** How many claims of the review get further evidence proposed. */
    changedClaims: z.int().nonnegative(),
  }),
  /** The sentences of the new draft by their state. */
  coverage: coverageCountsSchema,
  /** The counts of a Word report that came back; null when the draft is none. */
  returned: returnedCountsSchema.nullable(),
});

export type DraftPreview = z.infer<typeof draftPreviewSchema>;

/** A claim as it is carried into the next draft. */
export type CarriedClaim = z.infer<typeof carriedClaimSchema>;

/** The whole review as it is carried into the next draft. */
export type CarriedReview = z.infer<typeof carriedReviewSchema>;
