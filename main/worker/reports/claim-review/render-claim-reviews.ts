import { judgedVerdicts } from '#shared/domain/base/verdict.ts';
import type { ClaimReviewOptions } from '#shared/domain/settings/report-options.ts';
import { type ClaimReviewSettings, isOutsideScale } from '#shared/domain/settings/settings.ts';
import { nameStatus, writeDate } from '#shared/reports/base/own-values.ts';
import { toJsonFile } from '#shared/reports/base/printable.ts';
import {
  collapseText,
  own,
  type ReportText,
  reshape,
  searchText,
  text,
} from '#shared/reports/base/report-text.ts';
import type { SearchedField } from '#shared/reports/base/searched-texts.ts';
import { type MissingField, missingPlaces } from '#shared/reports/missing-field.ts';
import { toLocalDay } from '#shared/text/format/format-dates.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import type { Report } from '../model/report-model.ts';
import { listReviewableClaims, type ReviewableClaim } from './reviewable-claims.ts';

const isWebAddress = (url: string | null) => url !== null && /^https?:/i.test(url);

/**
 * Lists the fields that are missing for ClaimReviews that search engines accept: by their rules each needs the address of
 * its page, the claim, who reviewed it, and a rating with a name, which the verdict is by itself.
 */
export function listMissing(
  report: Report,
  settings: ClaimReviewSettings,
  options: ClaimReviewOptions,
): MissingField[] {
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

/** Puts the texts of the settings on the list of those that are searched. */
function searchSettings(
  { organization, url, best, worst, ratings }: ClaimReviewSettings,
  { texts }: Pick<Report, 'texts'>,
) {
  const search = (field: SearchedField, value: string | null) =>
    value === null ? null : searchText(texts, field, { row: 'settings', owner: null, claimId: null }, value);
  return {
    best,
    worst,
    organization: search('organization', organization),
    url: search('organizationAddress', url),
    ratings: createRecord(judgedVerdicts, (verdict) => {
      const { value, name } = ratings[verdict];
      return { value, name: search('rating', name) };
    }),
  };
}

type ReviewSettings = ReturnType<typeof searchSettings>;

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

function toClaimReview(
  report: Report,
  claim: ReviewableClaim,
  settings: ReviewSettings,
  { organizationIds }: ClaimReviewOptions,
) {
  const { title, link, publishedAt } = report;
  const { organization, url } = settings;
  // The fragment distinguishes several reviews of one page.
  const page = link === null ? own('') : reshape(link, (url) => url.replace(/#.*$/, ''));
  const address = text`${page}#claim-${claim.number}`;
  const isOrganization = organizationIds.includes(claim.id);
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
 * `listMissing` says what a review lacks.
 */
export function renderClaimReviews(
  report: Report,
  settings: ClaimReviewSettings,
  options: ClaimReviewOptions,
): string {
  const searched = searchSettings(settings, report);
  const claims = listReviewableClaims(report, options);
  return toJsonFile(claims.map((claim) => toClaimReview(report, claim, searched, options)));
}
