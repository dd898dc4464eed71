import type { Draft } from '#shared/domain/base/draft.ts';
import { getDurableId, getSecond, toAuthorName } from '#shared/domain/base/word-comments.ts';
import { findPlacement, getPlacementWords, listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { CarriedClaim } from '#shared/drafts/carried-review.ts';
import type { Annotation, ReturnedComment } from '#shared/import/base/annotation.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import type { Span } from '#shared/text/span.ts';

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

/** Lists all claims of a review, by their places in the draft before and those that they are carried to. */
function listKnownClaims(review: Review, before: Draft, carried: readonly CarriedClaim[]): KnownClaim[] {
  const numbers = new Map(listPlacedClaims(review, before.id).map(({ claim, number }) => [claim.id, number]));
  const spans = new Map(carried.map(({ claimId, span }) => [claimId, span]));
  return Array.from(review.claims.values(), (claim): KnownClaim => {
    const placement = findPlacement(review, claim.id, before.id);
    const own = placement ? getPlacementWords(placement, before.text) : '';
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

/** A comment of a report, in the file that came back, with the replies to it. */
export interface ReturnedThread {
  returned: ReturnedComment;
  annotation: Annotation;
  /** The words that it is on, in the text of the new draft; null for a comment on none. */
  span: Span | null;
}

/** The new draft's text, and where the claims of the draft before are carried to in it. */
interface NewDraft {
  text: string;
  carried: readonly CarriedClaim[];
}

/** The claims that a comment may be about, or the one that it names. */
interface Match {
  /** The claim that the comment is about without doubt; null for none. */
  sure: KnownClaim | null;
  /** The only claim with its author and time. It may be another one, if that of the comment was deleted. */
  likely: KnownClaim | null;
}

/** The only claim of a list; null for none and for several. */
const getOnly = (claims: readonly KnownClaim[]) => (claims.length === 1 ? (claims[0] ?? null) : null);

/** Creates the function that compares a comment with the claims. */
function createMatcher(known: readonly KnownClaim[], text: string): (thread: ReturnedThread) => Match {
  const byDurableId = groupBy(known, ({ claimId }) => getDurableId(claimId));
  const bySecond = groupBy(known, ({ second }) => second);
  const byNumber = groupBy(known, ({ number }) => number);
  return ({ returned, annotation, span }) => {
    const { durableId, number, status } = returned;
    const isRewritten = status === null;
    const named = getOnly(byDurableId.get(durableId ?? '') ?? []);
    if (named) return { sure: named, likely: null };
    const [first] = annotation.comments;
    const words = span && collapseWhitespace(text.slice(span.start, span.end));
    const isOnWords = (claim: KnownClaim) => words !== null && claim.words.has(words);
    const isThere = (claim: KnownClaim) =>
      span !== null && claim.span !== null && claim.span.start < span.end && span.start < claim.span.end;
    /** Words that are in the text several times are those of another claim when that one is carried to another place. */
    const isSame = (claim: KnownClaim) => isThere(claim) || (claim.span === null && isOnWords(claim));
    const signed = (bySecond.get(getSecond(first?.at ?? '')) ?? []).filter(
      ({ by }) => by === null || by === first?.by,
    );
    const numbered = number === null ? [] : (byNumber.get(number) ?? []);
    const fitting = signed.filter((claim) =>
      number === null && !isRewritten ? claim.number === null : isSame(claim),
    );
    const sure =
      getOnly(fitting) ??
      getOnly(fitting.filter((claim) => claim.number === number && number !== null)) ??
      getOnly(fitting.filter(isOnWords)) ??
      getOnly(numbered.filter(isSame)) ??
      getOnly(
        number === null && !isRewritten ? [] : known.filter((claim) => isOnWords(claim) && isThere(claim)),
      );
    return { sure, likely: getOnly(signed.filter(isOnWords)) ?? getOnly(signed) };
  };
}

/**
 * Finds the claims of comments that came back, and returns their ids: by the durable id, which most programs keep; else by author,
 * time and place; else by number and place; else by words and place. A claim that none of these finds may still be the only one with a
 * comment's author and time. Comments that fit no claim, or several, are left out. Words count instead of the place where it is not known.
 */
export function matchReturned(
  review: Review,
  before: Draft,
  { text, carried }: NewDraft,
  threads: readonly ReturnedThread[],
): Map<ReturnedThread, string> {
  const match = createMatcher(listKnownClaims(review, before, carried), text);
  const matches = threads.map((thread) => ({ thread, ...match(thread) }));
  const found = new Set(matches.map(({ sure }) => sure));
  return new Map(
    matches.flatMap(({ thread, sure, likely }) => {
      const claim = sure ?? (found.has(likely) ? null : likely);
      return claim ? [[thread, claim.claimId] as const] : [];
    }),
  );
}
