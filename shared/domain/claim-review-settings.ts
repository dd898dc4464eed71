import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { lineSchema } from './primitives';
import { urlSchema } from './url';

/** Limits of a rating, which is a number of the publisher's own scale. */
export const ratingLimits = { min: -1_000, max: 1_000 };

const ratingValueSchema = z.number().min(ratingLimits.min).max(ratingLimits.max).nullable();

/** How a verdict is rated: with a number, by a name such as “Mostly true”, or both. Null for the verdict's own name. */
const ratingSchema = storedObject({ value: ratingValueSchema.default(null), name: lineSchema.default(null) });

const noRating = { value: null, name: null };
const noRatings = { verified: noRating, disputed: noRating, unverifiable: noRating };

/** Who publishes ClaimReviews (schema.org), and the scale of the ratings. All of it is null until it is filled in. */
export const claimReviewSettingsSchema = storedObject({
  /** The name of the organization that checks. */
  organization: lineSchema.default(null),
  /** The organization's page. */
  url: urlSchema.nullable().default(null),
  best: ratingValueSchema.default(null),
  worst: ratingValueSchema.default(null),
  ratings: storedObject({
    verified: ratingSchema.default(noRating),
    disputed: ratingSchema.default(noRating),
    unverifiable: ratingSchema.default(noRating),
  }).default(noRatings),
});

export type ClaimReviewSettings = z.infer<typeof claimReviewSettingsSchema>;

export const defaultClaimReviewSettings: ClaimReviewSettings = {
  ...{ organization: null, url: null, best: null, worst: null },
  ratings: noRatings,
};

/** Whether a rating lies outside of the scale, as far as both of its ends are known. */
export function isOutsideScale(
  value: number | null,
  { best, worst }: Pick<ClaimReviewSettings, 'best' | 'worst'>,
): boolean {
  return value !== null && best !== null && worst !== null && (value - best) * (value - worst) > 0;
}

/** The verdicts that a ClaimReview can rate. */
export const ratedVerdicts = ['verified', 'disputed', 'unverifiable'] as const;

export type RatedVerdict = (typeof ratedVerdicts)[number];
