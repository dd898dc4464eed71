import { findPlacement } from '../../../shared/domain/review/placed-claims';
import type { StoredReview } from '../app/stored-review';
import { unless } from './unless';

/** The words of each claim that has a place, by the claim's id. */
export function readClaimWords({
  review,
  draft,
}: Pick<StoredReview, 'review' | 'draft'>): Map<string, string> {
  const words = new Map<string, string>();
  for (const id of review.claims.keys()) {
    const span = findPlacement(review, id, draft.id)?.span;
    if (span) words.set(id, draft.text.slice(span.start, span.end));
  }
  return words;
}

/** Each of these claims is on the same words still. */
export function wordsAreKept(stored: StoredReview, expected: ReadonlyMap<string, string>): string[] {
  const actual = readClaimWords(stored);
  return [...expected].flatMap(([id, words]) =>
    unless(actual.get(id) === words, `“${words}” came back as “${actual.get(id)}”`),
  );
}
