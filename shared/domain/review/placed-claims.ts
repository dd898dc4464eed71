import { compareSpans, type Span } from '#shared/text/span.ts';
import type { Claim } from '../base/claim.ts';
import type { Placement } from '../base/placement.ts';
import { findReferrers, type Review } from './review.ts';
import { makeUpdateEdit, type Step } from './step.ts';

/**
 * A claim whose text is gone from the article, so that the reviewer retired it. It stays in the review, for the history and
 * for later drafts.
 */
interface RetiredClaim {
  claim: Claim;
  placement: Placement;
  /** The number of the draft in which it was retired. */
  draftNumber: number;
}

/** Retires a claim in the draft of the placement. `words` is the claim's current text, or its former one. */
export function retireClaim(placement: Placement, words: string): Step | null {
  const { status } = placement;
  const edit = makeUpdateEdit('placements', placement, {
    span: null,
    status: status === 'ambiguous' ? status : 'lost',
    changes: recordFormerWords(words),
    resolved: true,
  });
  return edit && { action: 'claim.retire', edits: [edit] };
}

/** The `changes` of a placement without a span, which keep the former text of the claim. */
export function recordFormerWords(words: string): Placement['changes'] {
  return [{ before: words, after: '', material: true, reason: 'words' }];
}

/** The text of a claim before it lost its span; empty when it is not known. */
export function getFormerWords({ changes }: Placement): string {
  return changes[0]?.before ?? '';
}

/** The text of a claim in the draft of its placement, or its former text. */
export function getPlacementWords(placement: Placement, text: string): string {
  const { span } = placement;
  return span ? text.slice(span.start, span.end) : getFormerWords(placement);
}

/**
 * Finds the claims that are retired as of the draft with this number: those whose last placement up to it retired them.
 * Sorted by the draft in which they were retired, then by their former text.
 */
export function findRetiredClaims(review: Review, draftNumber: number): RetiredClaim[] {
  const last = new Map<string, RetiredClaim>();
  for (const placement of review.placements.values()) {
    const claim = review.claims.get(placement.claimId);
    const number = review.drafts.get(placement.draftId)?.number;
    if (!claim || number === undefined || number > draftNumber) continue;
    const known = last.get(claim.id);
    if (!known || known.draftNumber < number) last.set(claim.id, { claim, placement, draftNumber: number });
  }
  return Array.from(last.values())
    .filter(({ placement }) => placement.span === null && placement.resolved)
    .sort((a, b) => a.draftNumber - b.draftNumber || compareByFormerWords(a, b));
}

/** Orders claims without a span by their former text, in UTF-16 code unit order for every language, then by id. */
export function compareByFormerWords(a: Pick<RetiredClaim, 'claim' | 'placement'>, b: typeof a): number {
  const [words, otherWords] = [getFormerWords(a.placement), getFormerWords(b.placement)];
  if (words !== otherWords) return words < otherWords ? -1 : 1;
  return a.claim.id < b.claim.id ? -1 : 1;
}

/** A claim with its span in one draft. */
export interface PlacedClaim {
  /** Counted from 1 in reading order. Derived, never stored. */
  number: number;
  claim: Claim;
  placement: Placement;
  /** In UTF-16 offsets of the draft's text. */
  span: Span;
}

/** Lists the claims that have a span in a draft, numbered in reading order: an outer claim before one nested in it. */
export function listPlacedClaims(review: Review, draftId: string): PlacedClaim[] {
  const placed: Omit<PlacedClaim, 'number'>[] = [];
  for (const placement of review.placements.values()) {
    const claim = review.claims.get(placement.claimId);
    if (claim && placement.span && placement.draftId === draftId)
      placed.push({ claim, placement, span: placement.span });
  }
  return placed
    .sort(comparePlaces)
    .map(({ claim, placement, span }, index) => ({ number: index + 1, claim, placement, span }));
}

/** Compares the places of two claims in reading order: an outer claim comes before one nested in it. */
export function comparePlaces(
  a: Pick<PlacedClaim, 'claim' | 'span'>,
  b: Pick<PlacedClaim, 'claim' | 'span'>,
): number {
  return compareSpans(a.span, b.span) || (a.claim.id < b.claim.id ? -1 : 1);
}

/** Finds the placement of a claim in a draft. */
export function findPlacement(review: Review, claimId: string, draftId: string): Placement | undefined {
  return findReferrers(review, `claims/${claimId}`, 'placements').find(
    (placement) => placement.draftId === draftId,
  );
}
