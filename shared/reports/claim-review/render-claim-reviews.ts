import type { ClaimReviewSettings } from '../../domain/claim-review-settings';
import type { ClaimReviewOptions } from '../../domain/report-options';
import { statusLooks } from '../../domain/verdict';
import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import { toLocalDay } from '../../text/format/format-dates';
import type { Report } from '../model/report-model';
import { toJsonFile } from '../printable';
import { listReviewableClaims, type ReviewableClaim } from './reviewable-claims';

/** Who publishes the reviews, and of which claims. */
export interface ClaimReviewJob {
  settings: ClaimReviewSettings;
  options: ClaimReviewOptions;
}

function toRating({ best, worst, ratings }: ClaimReviewSettings, { status }: ReviewableClaim) {
  const { value, name } = ratings[status];
  return {
    '@type': 'Rating',
    ...(value !== null && { ratingValue: value, bestRating: best, worstRating: worst }),
    alternateName: name ?? statusLooks[status].label,
  };
}

/** From a capital letter to the end of a sentence. */
const wholeSentence = /^\P{L}*\p{Lu}.*[.!?…]\P{L}*$/su;

/** The claim, so that it is understood without the article: its words when they are a sentence, or else the sentence around them. */
function summarizeClaim({ words, sentence }: ReviewableClaim): string {
  return collapseWhitespace(wholeSentence.test(words) ? words : sentence);
}

function toClaimReview(report: Report, claim: ReviewableClaim, { settings, options }: ClaimReviewJob) {
  const { title, link, publishedAt } = report;
  const { organization, url } = settings;
  // The fragment distinguishes several reviews of one page.
  const address = `${link?.replace(/#.*$/, '') ?? ''}#claim-${claim.number}`;
  const isOrganization = options.organizationIds.includes(claim.id);
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': address,
    ...(link !== null && { url: address }),
    claimReviewed: summarizeClaim(claim),
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': isOrganization ? 'Organization' : 'Person', name: claim.claimant },
      appearance: {
        ...{ '@type': 'CreativeWork', headline: title, ...(link !== null && { url: link }) },
        ...(publishedAt !== null && { datePublished: publishedAt }),
      },
    },
    reviewRating: toRating(settings, claim),
    author: {
      '@type': 'Organization',
      ...(organization !== null && { name: organization }),
      ...(url !== null && { url }),
    },
    datePublished: toLocalDay(report.madeAt, report.timeZone),
  };
}

/**
 * Renders chosen claims of a report as schema.org ClaimReview, in JSON-LD: a list, for one `script` element each on the page of the
 * article, which no field can end (`toJsonFile`). They are public by their nature, so that there is no note, no evidence and no reviewer
 * in them. When the claim was first made is not known, so its `datePublished` is left out, and the article stands as its appearance.
 * `list-missing.ts` says what a review lacks.
 */
export function renderClaimReviews(report: Report, job: ClaimReviewJob): string {
  const reviews = listReviewableClaims(report, job.options).map((claim) => toClaimReview(report, claim, job));
  return toJsonFile(reviews);
}
