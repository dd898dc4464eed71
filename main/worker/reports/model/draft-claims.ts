import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { findChangesSinceJudged, getJudgedWording } from '#shared/domain/claims/changes-since-judged.ts';
import { getClaimStatus, getRecheckReasons, type RecheckReason } from '#shared/domain/claims/recheck.ts';
import { findUnplacedClaims } from '#shared/domain/claims/review-queue.ts';
import {
  compareByFormerWords,
  findRetiredClaims,
  getFormerWords,
  listPlacedClaims,
  type PlacedClaim,
} from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { WordChange } from '#shared/text-changes/word-change.ts';
import type { UnplacedState } from './report-model.ts';

/** A claim with its place in the draft and its status there. */
export interface ClaimInDraft extends PlacedClaim {
  status: ClaimStatus;
  recheck: RecheckReason[];
  /** Material changes since it was judged: those of its words, then those of the sentence around them. */
  changes: WordChange[];
}

/** A claim without a place in the draft, with the words that it marked before. */
export interface ClaimNotInDraft {
  claim: Claim;
  words: string;
  status: ClaimStatus;
  state: UnplacedState;
  /** The draft in which it was not found, or was retired. */
  draftNumber: number;
}

/** All claims that a report on a draft may show. */
export interface DraftClaims {
  /** In reading order. */
  placed: ClaimInDraft[];
  /** Claims that wait for a place, then retired ones by draft. */
  unplaced: ClaimNotInDraft[];
}

function toClaimInDraft(review: Review, draft: Draft, placed: PlacedClaim): ClaimInDraft {
  const { claim, span } = placed;
  const recheck = getRecheckReasons(review, draft, claim, span);
  const status = recheck.length > 0 ? 'recheck' : claim.verdict;
  const isChanged = recheck.includes('words') || recheck.includes('sentence');
  if (!claim.judged || !isChanged) return { ...placed, recheck, status, changes: [] };
  const { words, aroundWords } = findChangesSinceJudged(
    draft,
    getJudgedWording(review, claim.id, claim.judged),
    span,
  );
  return {
    ...placed,
    recheck,
    status,
    changes: [...words, ...aroundWords].filter(({ material }) => material),
  };
}

/** Lists the claims of a draft with the status of each. This is the slowest part of a report with many claims. */
export function listDraftClaims(review: Review, draft: Draft): DraftClaims {
  const waiting = findUnplacedClaims(review, draft.id)
    .sort(compareByFormerWords)
    .map(({ claim, placement }): ClaimNotInDraft => {
      const status = getClaimStatus(review, draft, claim, null);
      const words = getFormerWords(placement);
      return { claim, words, status, state: 'waiting', draftNumber: draft.number };
    });
  const retired = findRetiredClaims(review, draft.number).map(
    ({ claim, placement, draftNumber }): ClaimNotInDraft => {
      const words = getFormerWords(placement);
      return { claim, words, status: claim.verdict, state: 'cut', draftNumber };
    },
  );
  return {
    placed: listPlacedClaims(review, draft.id).map((placed) => toClaimInDraft(review, draft, placed)),
    unplaced: [...waiting, ...retired],
  };
}
