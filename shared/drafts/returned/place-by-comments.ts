import { isCorrectedSinceJudged } from '../../domain/claims/corrected-since-judged';
import type { Draft } from '../../domain/draft/draft';
import type { Review } from '../../domain/review/review';
import type { DraftText } from '../../text/draft-text';
import { isSameSpan } from '../../text/span';
import type { CarriedClaim } from '../carried-review';
import { checkVerdict } from '../check-verdict';
import type { ReturnedThread } from './match-returned';

/**
 * Puts claims that were not found in the new draft, or in several places, where their comments are, if these are on exactly the same
 * words: a comment moves with its words, while a search only guesses among places. `threads` are those of each claim.
 */
export function placeByComments(
  review: Review,
  before: Draft,
  after: DraftText,
  threads: ReadonlyMap<string, readonly ReturnedThread[]>,
  carried: readonly CarriedClaim[],
): CarriedClaim[] {
  return carried.map((placed): CarriedClaim => {
    const claim = review.claims.get(placed.claimId);
    if (placed.span !== null || !claim) return placed;
    const spans = (threads.get(claim.id) ?? []).flatMap(({ span }) =>
      span && after.text.slice(span.start, span.end) === placed.words ? span : [],
    );
    const [span, ...others] = spans;
    // Somebody may have copied the words with their comment.
    if (!span || others.some((other) => !isSameSpan(other, span))) return placed;
    const place = { span, changes: [], resolved: !placed.wasWaiting };
    const isCorrected = isCorrectedSinceJudged(review, claim, before.number);
    const verdict = checkVerdict(review, claim, place, after, isCorrected);
    return { ...placed, ...place, ...verdict, status: 'unchanged', candidates: [] };
  });
}
