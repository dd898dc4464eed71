import { z } from 'zod';
import { maxCandidates, placementStatuses } from '../domain/base/placement.ts';
import { coverageCountsSchema } from '../domain/library/library-entry.ts';
import { formatCount, formatNumber } from '../text/format/numbers.ts';
import { spanSchema } from '../text/span.ts';
import { wordChangeSchema } from '../text-changes/word-change.ts';

const count = z.int().nonnegative();

const returnedCountsSchema = z.strictObject({
  /** The comments of reports that came back on claims of the article. */
  comments: count,
  /** Those of no claim of the article, which are added as other comments are. */
  unknown: count,
  /** Those that the author deleted, as far as that is certain. */
  deleted: count,
  /** The claims with new replies. */
  answered: count,
  /** The claims whose comment was resolved without one. */
  resolved: count,
  /** The claims by what became of their correction. */
  accepted: count,
  rejected: count,
  undecided: count,
  reworded: count,
});

/** The counts of a Word report that came back. */
export type ReturnedCounts = z.infer<typeof returnedCountsSchema>;

/** Says what came back with a Word report. The items have no full stop. Empty when nothing did. */
export function describeReturned(counts: ReturnedCounts): string[] {
  const { comments, unknown, deleted, answered, resolved, accepted, rejected, undecided, reworded } = counts;
  const parts = [
    answered > 0 && `${formatNumber(answered)} with ${answered === 1 ? 'an answer' : 'answers'}`,
    resolved > 0 && `${formatNumber(resolved)} resolved without an answer`,
    accepted > 0 && `${formatCount(accepted, 'correction', 'corrections')} accepted`,
    rejected > 0 && `${formatNumber(rejected)} not accepted`,
    undecided > 0 && `${formatNumber(undecided)} not decided`,
    reworded > 0 && `${formatNumber(reworded)} reworded by the author`,
  ].filter((part) => part !== false);
  const details = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  // Comments may be deleted, and footnotes stand in their place.
  const subject =
    comments > 0 ? `${formatCount(comments, 'comment', 'comments')} of a Stet report` : 'A Stet report';
  return [
    ...(comments > 0 || parts.length > 0 ? [`${subject} came back${details}`] : []),
    ...(deleted > 0
      ? [
          `${formatCount(deleted, 'comment', 'comments')} of the report ${deleted === 1 ? 'was' : 'were'} deleted`,
        ]
      : []),
    ...(unknown > 0
      ? [
          `${formatCount(unknown, 'comment', 'comments')} of a Stet report on no claim of this article, treated as ${unknown === 1 ? 'any other comment' : 'any other comments'}`,
        ]
      : []),
  ];
}

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

const carriedReviewSchema = z.strictObject({
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

/**
 * Two texts that share less than this may be of different articles. In 117 real articles the first and the last published text
 * share at least 0.73, and 0.99 in the median. 99 % of the 6,786 pairs of different articles among them share less than 0.01;
 * six share more than this limit: texts that were published twice, and series that repeat whole paragraphs.
 */
const minSharedText = 0.1;

/** Whether a draft shares so little text with the one before that it may be of another article. */
export function mayBeAnotherArticle(shared: number): boolean {
  return shared < minSharedText;
}
