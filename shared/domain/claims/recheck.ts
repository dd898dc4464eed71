import type { DraftText } from '#shared/text/draft-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { Claim } from '../base/claim.ts';
import type { Source } from '../base/source.ts';
import { isReliable } from '../base/source-standing.ts';
import type { ClaimStatus } from '../base/verdict.ts';
import { findPlacement } from '../review/placed-claims.ts';
import type { Review } from '../review/review.ts';
import { listSourcesBehind } from '../sources/derivation.ts';
import { findChangesSinceJudged, getJudgedWording, isCorrectedSinceJudged } from './changes-since-judged.ts';

/**
 * Whether the author did not take the claim's present correction when it was suggested last, up to a draft: `refused` until the reviewer
 * sets or confirms the verdict, then `insisted`. Null when the author took it, did not decide, or was not asked. Derived, never stored.
 */
export function getRefusal(
  review: Review,
  claim: Claim,
  { id, number }: { id: string; number: number },
): 'refused' | 'insisted' | null {
  const isKnown = (draftId: string) => (review.drafts.get(draftId)?.number ?? Infinity) <= number;
  const last = claim.answers.findLast(({ draftId, correction }) => correction !== null && isKnown(draftId));
  const { text, outcome } = last?.correction ?? { text: null, outcome: null };
  if (text !== claim.correction || (outcome !== 'rejected' && outcome !== 'reworded')) return null;
  // An answer makes the claim wait, in all further drafts too (`checkVerdict`).
  return findPlacement(review, claim.id, id)?.resolved ? 'insisted' : 'refused';
}

/** The sorted ids of the unreliable sources of a claim, including those that its sources repeat. */
export function findUnreliableSourceIds(review: Review, claimId: string): string[] {
  const unreliable = listSourcesBehind(review, claimId).filter((source) => !isReliable(source));
  return [...new Set(unreliable.map(({ id }) => id))].sort();
}

/** The unreliable sources of a claim, without the accepted risks: those that were known when its verdict was set. */
export function findSourcesUnreliableSinceJudged(review: Review, { id, judged }: Claim): Source[] {
  const acceptedIds = new Set(judged?.despite);
  return findUnreliableSourceIds(review, id)
    .filter((sourceId) => !acceptedIds.has(sourceId))
    .flatMap((sourceId) => review.sources.get(sourceId) ?? []);
}

/** In the order in which they are shown. */
export const recheckReasons = ['correction', 'words', 'sentence', 'source'] as const;

export type RecheckReason = (typeof recheckReasons)[number];

/** The text of a draft with its number within the article. */
export type NumberedDraft = DraftText & { readonly number: number };

/**
 * Why a verdict no longer counts: a correction was applied to the claim's text, the text or its sentence differs materially
 * from what was judged, or a source that the claim rests on has become unreliable. Empty when the verdict counts, for an
 * unchecked claim, and for a claim without a span. Derived, never stored.
 */
export function getRecheckReasons(
  review: Review,
  draft: NumberedDraft,
  claim: Claim,
  span: Span | null,
): RecheckReason[] {
  if (!claim.judged || !span) return [];
  const reasons: RecheckReason[] = [];
  if (isCorrectedSinceJudged(review, claim, draft.number)) reasons.push('correction');
  const { words, aroundWords } = findChangesSinceJudged(
    draft,
    getJudgedWording(review, claim.id, claim.judged),
    span,
  );
  if (words.some(({ material }) => material)) reasons.push('words');
  else if (aroundWords.length > 0) reasons.push('sentence');
  if (findSourcesUnreliableSinceJudged(review, claim).length > 0) reasons.push('source');
  return reasons;
}

/**
 * The status of a claim in a draft. Without a span there, a judged claim has to be checked again. Not for retired claims, whose
 * status is their verdict.
 */
export function getClaimStatus(
  review: Review,
  draft: NumberedDraft,
  claim: Claim,
  span: Span | null,
): ClaimStatus {
  if (!span) return claim.judged ? 'recheck' : 'unchecked';
  return getRecheckReasons(review, draft, claim, span).length > 0 ? 'recheck' : claim.verdict;
}
