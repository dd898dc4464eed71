import { getFormerWords } from '../../domain/claims/retired-claims';
import type { Draft } from '../../domain/draft/draft';
import { findPlacement, listPlacedClaims } from '../../domain/review/placed-claims';
import type { Review } from '../../domain/review/review';
import { getDurableId } from '../../domain/word-comments/durable-id';
import type { Annotation } from '../../import/annotations/annotation';
import type { ReturnedComment } from '../../import/annotations/returned-comment';
import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import type { Span } from '../../text/span';
import type { CarriedClaim } from '../carried-review';

/** A comment of a report, in the file that came back, with the replies to it. */
export interface ReturnedThread {
  returned: ReturnedComment;
  annotation: Annotation;
  /** The words that it is on, in the text of the new draft; null for a comment on none. */
  span: Span | null;
}

/** The facts by which a claim is recognised. */
interface KnownClaim {
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

const getSecond = (at: string) => at.slice(0, 'YYYY-MM-DDThh:mm:ss'.length);

function listKnownClaims(review: Review, before: Draft, carried: readonly CarriedClaim[]): KnownClaim[] {
  const numbers = new Map(listPlacedClaims(review, before.id).map(({ claim, number }) => [claim.id, number]));
  const spans = new Map(carried.map(({ claimId, span }) => [claimId, span]));
  return Array.from(review.claims.values(), (claim): KnownClaim => {
    const placement = findPlacement(review, claim.id, before.id);
    const { span } = placement ?? { span: null };
    const own = span ? before.text.slice(span.start, span.end) : placement ? getFormerWords(placement) : '';
    const { judged, correction } = claim;
    return {
      claimId: claim.id,
      by: judged?.by ?? null,
      second: getSecond(judged?.at ?? claim.createdAt),
      number: numbers.get(claim.id) ?? null,
      words: new Set([own, correction ?? ''].map(collapseWhitespace).filter((words) => words !== '')),
      span: spans.get(claim.id) ?? null,
    };
  });
}

function groupBy<Key>(claims: readonly KnownClaim[], getKey: (claim: KnownClaim) => Key) {
  const groups = new Map<Key, KnownClaim[]>();
  for (const claim of claims) {
    const key = getKey(claim);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

/** The only claim of a list; null for none and for several. */
const getOnly = (claims: readonly KnownClaim[]) => (claims.length === 1 ? (claims[0] ?? null) : null);

/**
 * Creates the function that finds the claim of a comment that came back: by its durable id, which most programs keep; else by author,
 * time and words, where the words may be those of the correction, or where the claim is carried to; else by number and words; else by
 * author and time, if they are those of one claim. Null when none fits, or several do. `text` is that of the new draft.
 */
export function createClaimMatcher(
  review: Review,
  before: Draft,
  text: string,
  carried: readonly CarriedClaim[],
): (thread: ReturnedThread) => string | null {
  const known = listKnownClaims(review, before, carried);
  const byDurableId = groupBy(known, ({ claimId }) => getDurableId(claimId));
  const bySecond = groupBy(known, ({ second }) => second);
  const byNumber = groupBy(known, ({ number }) => number);
  return ({ returned, annotation, span }) => {
    const { durableId, number } = returned;
    const named = getOnly(byDurableId.get(durableId ?? '') ?? []);
    if (named) return named.claimId;
    const [first] = annotation.comments;
    const words = span && collapseWhitespace(text.slice(span.start, span.end));
    const isOnWords = (claim: KnownClaim) => words !== null && claim.words.has(words);
    const isThere = (claim: KnownClaim) =>
      span !== null && claim.span !== null && claim.span.start < span.end && span.start < claim.span.end;
    const signed = (bySecond.get(getSecond(first?.at ?? '')) ?? []).filter(
      ({ by }) => by === null || by === first?.by,
    );
    const fitting = signed.filter((claim) =>
      number === null ? claim.number === null : isOnWords(claim) || isThere(claim),
    );
    const found =
      getOnly(fitting) ??
      getOnly(fitting.filter((claim) => claim.number === number && number !== null)) ??
      getOnly(fitting.filter((claim) => isOnWords(claim) && isThere(claim))) ??
      (number === null ? null : getOnly((byNumber.get(number) ?? []).filter(isOnWords))) ??
      getOnly(signed);
    return found?.claimId ?? null;
  };
}
