import { reviewerFieldNames } from '../../../../../shared/reports/wording/reviewer-fields';
import { collectValues, isObject } from './extract-json';
import { PartCollector, type ReportPart } from './report-part';

/** The name of the claim that a review is about, by the fragment of its id. */
function nameClaim(review: object): string {
  const [, number] = '@id' in review ? (/#claim-(\d+)$/.exec(String(review['@id'])) ?? []) : [];
  return number === undefined ? 'the other fields' : `claim ${number}`;
}

/** Collects the claim that was reviewed: its author is the claimant. */
function collectItem(item: object, name: string, parts: PartCollector): void {
  for (const [key, value] of Object.entries(item)) {
    const place = key === 'author' ? `${reviewerFieldNames.claimant} ${name}` : name;
    collectValues({ [key]: value }, place, parts);
  }
}

/** Extracts the keys, strings and numbers of our ClaimReviews by parts. Throws on invalid JSON. */
export function extractClaimReviewsText(json: string): ReportPart[] {
  const parts = new PartCollector();
  const reviews: unknown = JSON.parse(json);
  for (const review of Array.isArray(reviews) ? reviews : [reviews]) {
    if (!isObject(review)) {
      collectValues(review, 'the other fields', parts);
      continue;
    }
    const name = nameClaim(review);
    for (const [key, value] of Object.entries(review))
      if (key === 'itemReviewed' && isObject(value)) collectItem(value, name, parts);
      else collectValues({ [key]: value }, name, parts);
  }
  return parts.list();
}
