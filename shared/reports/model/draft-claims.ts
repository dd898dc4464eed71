import type { Claim } from '../../domain/claim';
import {
  changesSinceJudged,
  type RecheckReason,
  recheckReasons,
  standingOf,
} from '../../domain/claims/recheck';
import { compareByWords, letGoClaims, wordsBefore } from '../../domain/claims/retired';
import type { Draft } from '../../domain/draft';
import { outlineOf, type PlacedClaim } from '../../domain/review/outline';
import { unplacedClaims } from '../../domain/review/queue';
import type { Review } from '../../domain/review/review';
import type { Standing } from '../../domain/verdict';
import type { WordChange } from '../../text-changes/word-change';
import type { UnplacedState } from './report-model';

/** A claim with its place and how it stands. */
export interface StandingClaim extends PlacedClaim {
  standing: Standing;
  recheck: RecheckReason[];
  /** What is different and material since it was judged: of its words, then of the sentence around them. */
  changes: WordChange[];
}

/** A claim that stands nowhere in the draft, with the words that it stood on. */
export interface UnplacedClaim {
  claim: Claim;
  words: string;
  standing: Standing;
  state: UnplacedState;
  /** Of the draft in which it was not found, or from which it was cut. */
  draftNumber: number;
}

/** All that a report on a draft tells of claims. */
export interface DraftClaims {
  /** In reading order. */
  placed: StandingClaim[];
  /** Those that wait for a place, then those that were cut, each by draft. */
  unplaced: UnplacedClaim[];
}

function standingClaim(review: Review, draft: Draft, placed: PlacedClaim): StandingClaim {
  const { claim, span } = placed;
  const recheck = recheckReasons(review, draft, claim, span);
  const standing = recheck.length > 0 ? 'recheck' : claim.verdict;
  const isChanged = recheck.includes('words') || recheck.includes('sentence');
  if (!claim.judged || !isChanged) return { ...placed, recheck, standing, changes: [] };
  const { words, around } = changesSinceJudged(draft, claim.judged, span);
  return { ...placed, recheck, standing, changes: [...words, ...around].filter(({ material }) => material) };
}

/** The claims of the draft, and how each stands; the longest part of making a report of many. */
export function draftClaims(review: Review, draft: Draft): DraftClaims {
  const waiting = unplacedClaims(review, draft.id)
    .sort(compareByWords)
    .map(({ claim, placement }): UnplacedClaim => {
      const standing = standingOf(review, draft, claim, null);
      return { claim, words: wordsBefore(placement), standing, state: 'waiting', draftNumber: draft.number };
    });
  const cut = letGoClaims(review, draft.number).map(({ claim, placement, draftNumber }): UnplacedClaim => {
    return { claim, words: wordsBefore(placement), standing: claim.verdict, state: 'cut', draftNumber };
  });
  return {
    placed: outlineOf(review, draft.id).map((placed) => standingClaim(review, draft, placed)),
    unplaced: [...waiting, ...cut],
  };
}
