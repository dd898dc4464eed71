import { getFormerWords } from '../../domain/claims/retired-claims';
import type { Draft } from '../../domain/draft/draft';
import { findPlacement, listPlacedClaims } from '../../domain/review/placed-claims';
import type { Review } from '../../domain/review/review';
import { toAuthorName } from '../../domain/word-comments/author-name';
import { getSecond } from '../../domain/word-comments/second';
import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import type { Span } from '../../text/span';
import type { CarriedClaim } from '../carried-review';

/** The facts by which a claim is recognised. */
export interface KnownClaim {
  claimId: string;
  /** Who signs its comment; null where the reviewer does who made the report. */
  by: string | null;
  /** The second of its comment. */
  second: string;
  /** Its number in the draft before; null for a claim without a place there. */
  number: number | null;
  /** The words that a comment of it may be on: its own, and those of its correction. */
  words: ReadonlySet<string>;
  /** Where it is carried to in the new draft. */
  span: Span | null;
}

/** Lists all claims of a review, by their places in the draft before and those that they are carried to. */
export function listKnownClaims(
  review: Review,
  before: Draft,
  carried: readonly CarriedClaim[],
): KnownClaim[] {
  const numbers = new Map(listPlacedClaims(review, before.id).map(({ claim, number }) => [claim.id, number]));
  const spans = new Map(carried.map(({ claimId, span }) => [claimId, span]));
  return Array.from(review.claims.values(), (claim): KnownClaim => {
    const placement = findPlacement(review, claim.id, before.id);
    const { span } = placement ?? { span: null };
    const own = span ? before.text.slice(span.start, span.end) : placement ? getFormerWords(placement) : '';
    const { judged, correction } = claim;
    return {
      claimId: claim.id,
      by: judged?.by == null ? null : toAuthorName(judged.by),
      second: getSecond(judged?.at ?? claim.createdAt),
      number: numbers.get(claim.id) ?? null,
      words: new Set([own, correction ?? ''].map(collapseWhitespace).filter((words) => words !== '')),
      span: spans.get(claim.id) ?? null,
    };
  });
}
