import { isOutsideScale } from '../../domain/settings';
import type { Report } from '../model/report-model';
import { type MissingField, missingPlaces } from './missing-field';
import type { ClaimReviewJob } from './render-claim-reviews';
import { listReviewableClaims } from './reviewable-claims';

const isWebAddress = (url: string | null) => url !== null && /^https?:/i.test(url);

/**
 * Lists the fields that are missing for ClaimReviews that search engines accept: by their rules each needs the address of its page, the claim, who reviewed
 * it, and a rating with a name, which the verdict is by itself.
 */
export function listMissing(report: Report, { settings, options }: ClaimReviewJob): MissingField[] {
  const { organization, url, best, worst, ratings } = settings;
  const claims = listReviewableClaims(report, options);
  const hasNumbers = claims.some(({ status }) => ratings[status].value !== null);
  const outside = claims.some(({ status }) => isOutsideScale(ratings[status].value, settings));
  const sentences: Record<MissingField['place'], (string | false)[]> = {
    claims: [
      claims.length === 0 &&
        'There is no claim to review: choose claims that have a verdict and a name under “Stated by”.',
    ],
    details: [
      !isWebAddress(report.link) &&
        'The article has no address: fill in “Link” in the details of the article.',
    ],
    settings: [
      organization === null &&
        'Your organization has no name: fill it in under “ClaimReview” in the settings.',
      !isWebAddress(url) &&
        'Your organization has no address: fill it in under “ClaimReview” in the settings.',
      hasNumbers &&
        (best === null || worst === null) &&
        'The ratings are numbers without a best and a worst one: fill them in under “ClaimReview” in the settings.',
      outside &&
        'A rating is outside of the best and the worst one: correct it under “ClaimReview” in the settings.',
    ],
  };
  return missingPlaces.flatMap((place) =>
    sentences[place].flatMap((sentence) => (sentence === false ? [] : { place, sentence })),
  );
}
