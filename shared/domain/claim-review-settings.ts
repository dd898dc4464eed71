import { z } from 'zod';
import { createRecord } from '../text/sequences/records';
import { storedObject } from '../text/stored-object';
import { lineSchema } from './primitives';
import { urlSchema } from './url';
import { type JudgedVerdict, judgedVerdicts, verdictTraits } from './verdict';

/** Limits of a rating, which is a number of the publisher's own scale. */
export const ratingLimits = { min: -1_000, max: 1_000 };

const ratingValueSchema = z.number().min(ratingLimits.min).max(ratingLimits.max).nullable();

const noRating = { value: null, name: null };
const noRatings = createRecord(judgedVerdicts, () => noRating);

/** How a verdict is rated: with a number, by a name such as “Mostly true”, or both. Null for the verdict's own name. */
function createRatingSchema(verdict: JudgedVerdict) {
  const label = `the rating of ${verdictTraits[verdict].claims}`;
  return storedObject({
    value: ratingValueSchema.describe(label),
    name: lineSchema.describe('the name of that rating'),
  }).describe(label);
}

/**
 * Who publishes ClaimReviews (schema.org), and the scale of the ratings. All of it is null until it is filled in. The descriptions name the
 * fields in messages about settings.
 */
export const claimReviewSettingsSchema = storedObject({
  /** The name of the organization that checks. */
  organization: lineSchema.describe('your organization'),
  /** The organization's page. */
  url: urlSchema.nullable().describe('the address of your organization'),
  best: ratingValueSchema.describe('the best rating'),
  worst: ratingValueSchema.describe('the worst rating'),
  ratings: storedObject(createRecord(judgedVerdicts, createRatingSchema)).describe('the ratings'),
});

export type ClaimReviewSettings = z.infer<typeof claimReviewSettingsSchema>;

export const defaultClaimReviewSettings: ClaimReviewSettings = {
  organization: null,
  url: null,
  best: null,
  worst: null,
  ratings: noRatings,
};

/** Whether a rating lies outside of the scale, as far as both of its ends are known. */
export function isOutsideScale(
  value: number | null,
  { best, worst }: Pick<ClaimReviewSettings, 'best' | 'worst'>,
): boolean {
  return value !== null && best !== null && worst !== null && (value - best) * (value - worst) > 0;
}
