import type { ClaimReviewOptions } from '../../domain/report-options';
import type { ClaimReviewSettings } from '../../domain/settings';
import type { JudgedVerdict } from '../../domain/verdict';
import { toLocalDay } from '../../text/format/format-dates';
import type { Report } from '../model/report-model';
import { nameStatus, writeDate } from '../origin/own-values';
import { collapseText, own, type ReportText, reshape, searchText, text } from '../origin/report-text';
import { toJsonFile } from '../printable';
import { listReviewableClaims, type ReviewableClaim } from './reviewable-claims';

/** The settings with the texts that are searched. */
export type ReviewSettings = Pick<ClaimReviewSettings, 'best' | 'worst'> & {
  organization: ReportText | null;
  url: ReportText | null;
  ratings: Record<JudgedVerdict, { value: number | null; name: ReportText | null }>;
};

/** Puts the texts of the settings on the list of those that are searched. */
export function searchSettings(
  { organization, url, best, worst, ratings }: ClaimReviewSettings,
  { texts }: Pick<Report, 'texts'>,
): ReviewSettings {
  const place = { row: 'settings', owner: null, claimId: null };
  const toRating = ({ value, name }: ClaimReviewSettings['ratings'][JudgedVerdict]) => ({
    value,
    name: name === null ? null : searchText(texts, 'rating', place, name),
  });
  return {
    best,
    worst,
    organization: organization === null ? null : searchText(texts, 'organization', place, organization),
    url: url === null ? null : searchText(texts, 'organizationAddress', place, url),
    ratings: {
      verified: toRating(ratings.verified),
      disputed: toRating(ratings.disputed),
      unverifiable: toRating(ratings.unverifiable),
    },
  };
}

/** Who publishes the reviews, and of which claims. */
export interface ClaimReviewJob {
  settings: ReviewSettings;
  options: ClaimReviewOptions;
}

function toRating({ best, worst, ratings }: ReviewSettings, { status }: ReviewableClaim) {
  const { value, name } = ratings[status];
  return {
    '@type': own('Rating'),
    ...(value !== null && { ratingValue: value, bestRating: best, worstRating: worst }),
    alternateName: name ?? nameStatus(status).label,
  };
}

/** From a capital letter to the end of a sentence. */
const wholeSentence = /^\P{L}*\p{Lu}.*[.!?…]\P{L}*$/su;

/** The claim, so that it is understood without the article: its words when they are a sentence, or else the sentence around them. */
function summarizeClaim({ words, sentence }: ReviewableClaim): ReportText {
  return collapseText(wholeSentence.test(words) ? words : sentence);
}

function toClaimReview(report: Report, claim: ReviewableClaim, { settings, options }: ClaimReviewJob) {
  const { title, link, publishedAt } = report;
  const { organization, url } = settings;
  // The fragment distinguishes several reviews of one page.
  const page = link === null ? own('') : reshape(link, (url) => url.replace(/#.*$/, ''));
  const address = text`${page}#claim-${claim.number}`;
  const isOrganization = options.organizationIds.includes(claim.id);
  return {
    '@context': own('https://schema.org'),
    '@type': own('ClaimReview'),
    '@id': address,
    ...(link !== null && { url: address }),
    claimReviewed: summarizeClaim(claim),
    itemReviewed: {
      '@type': own('Claim'),
      author: { '@type': own(isOrganization ? 'Organization' : 'Person'), name: claim.claimant },
      appearance: {
        '@type': own('CreativeWork'),
        headline: title,
        ...(link !== null && { url: link }),
        ...(publishedAt !== null && { datePublished: publishedAt }),
      },
    },
    reviewRating: toRating(settings, claim),
    author: {
      '@type': own('Organization'),
      ...(organization !== null && { name: organization }),
      ...(url !== null && { url }),
    },
    datePublished: writeDate(toLocalDay(report.madeAt, report.timeZone)),
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
