import { z } from 'zod';
import { alignDrafts } from '../alignment/align-drafts';
import type { DraftText } from '../alignment/tokens/draft-text';
import type { Claim } from '../domain/claim';
import { isCorrectedSinceJudged } from '../domain/claims/correction-state';
import { changesSinceJudged } from '../domain/claims/recheck';
import { wordsBefore } from '../domain/claims/retired';
import type { Draft } from '../domain/draft';
import { mostCandidates, type Placement, placementStatuses } from '../domain/placement';
import { type Review, type ReviewData, reviewFromData } from '../domain/review/review';
import { countWords } from '../text/segmenter/words';
import { type Span, spanSchema } from '../text/span';
import { wordChangeSchema } from '../text-changes/word-change';
import { piecesOf } from './compare/diff-hunks';
import { type CarriedSpan, carrySpan } from './locate/carry-claim';
import { newWords } from './new-sentences';
import { sharedPart } from './shared-text';

const carriedClaimSchema = z.strictObject({
  claimId: z.string(),
  status: z.enum(placementStatuses).exclude(['marked']),
  /** The words it stood on. */
  words: z.string(),
  span: spanSchema.nullable(),
  candidates: z.array(spanSchema).max(mostCandidates),
  /** Of its words, from the draft before. */
  changes: z.array(wordChangeSchema),
  /** Whether its verdict no longer holds for the words or the sentence as they are now. */
  recheck: z.boolean(),
  /** Whether nobody has to look at it. */
  resolved: z.boolean(),
});

export const carriedReviewSchema = z.strictObject({
  claims: z.array(carriedClaimSchema),
  dismissals: z.array(z.strictObject({ dismissalId: z.string(), span: spanSchema })),
  /** Words of the new draft that were not in the one before: how many. */
  newWords: z.int().nonnegative(),
  /** How much of the shorter draft stands in the other, as `sharedPart` tells it. */
  shared: z.number().min(0).max(1),
});

/** What becomes of a claim in the next draft. */
export type CarriedClaim = z.infer<typeof carriedClaimSchema>;

/** What becomes of the whole review in the next draft. */
export type CarriedReview = z.infer<typeof carriedReviewSchema>;

/** All that carrying needs. Plain data: it can be sent to a thread. */
export interface CarryJob {
  review: ReviewData;
  before: Draft;
  after: DraftText;
}

type Placed = Pick<CarriedClaim, 'status' | 'span' | 'candidates' | 'changes'>;

function placed(carried: CarriedSpan): Placed {
  const nowhere = { span: null, candidates: [], changes: [] };
  if (carried.status === 'lost') return { ...nowhere, status: 'lost' };
  if (carried.status === 'ambiguous')
    return { ...nowhere, status: 'ambiguous', candidates: carried.candidates.slice(0, mostCandidates) };
  const { status, span } = carried;
  return { ...nowhere, status, span, changes: status === 'reworded' ? carried.changes : [] };
}

/** A claim that stood nowhere and was not let go: the places where its words stand again are no more than a proposal. */
function foundAgain(words: string, { text }: { text: string }): Placed {
  const candidates: Span[] = [];
  let start = text.indexOf(words);
  for (; start !== -1 && candidates.length < mostCandidates; start = text.indexOf(words, start + 1))
    candidates.push({ start, end: start + words.length });
  const status = candidates.length === 0 ? 'lost' : 'ambiguous';
  return { status, span: null, candidates, changes: [] };
}

/**
 * Whether a claim's verdict still holds at its place in another draft, and whether somebody has to look at it. One that was
 * never judged goes on waiting when it waited before (`resolved` of `place`); one whose words were corrected since it was
 * judged (`isCorrected`) waits until it is judged again.
 */
export function lookAt(
  claim: Claim,
  place: Pick<Placement, 'span' | 'changes' | 'resolved'>,
  after: DraftText,
  isCorrected: boolean,
): Pick<CarriedClaim, 'recheck' | 'resolved'> {
  if (!place.span) return { recheck: claim.judged !== null, resolved: false };
  if (claim.judged) {
    const { words, around } = changesSinceJudged(after, claim.judged, place.span);
    const recheck = isCorrected || [...words, ...around].some(({ material }) => material);
    return { recheck, resolved: !recheck };
  }
  return { recheck: false, resolved: place.resolved && !place.changes.some(({ material }) => material) };
}

/** Where the claims of the draft before stand, and the words of those that stand nowhere and were not let go. */
function standing(review: Review, { id, text }: Draft) {
  return [...review.placements.values()].flatMap((placement) => {
    const { draftId, claimId, span, resolved } = placement;
    const claim = review.claims.get(claimId);
    if (!claim || draftId !== id || (!span && resolved)) return [];
    const words = span ? text.slice(span.start, span.end) : wordsBefore(placement);
    return [{ claim, span, words, resolved }];
  });
}

/**
 * Carries the claims and dismissals of a draft over to the next one. Pure. A dismissal comes along only where its words are
 * the same.
 */
export function carryReview({ review: data, before, after }: CarryJob): CarriedReview {
  const review = reviewFromData(data);
  const claims = standing(review, before);
  const dismissals = [...review.dismissals.values()].filter(({ draftId }) => draftId === before.id);
  const alignment = alignDrafts(before, after);
  return {
    claims: claims.map(({ claim, span, words, resolved }) => {
      const isCorrected = isCorrectedSinceJudged(review, claim, before.number);
      const place = span ? placed(carrySpan(alignment, span)) : foundAgain(words, after);
      return {
        claimId: claim.id,
        words,
        ...place,
        ...lookAt(claim, { ...place, resolved }, after, isCorrected),
      };
    }),
    dismissals: dismissals.flatMap(({ id, span }) => {
      const place = placed(carrySpan(alignment, span));
      const isSame = place.span !== null && !place.changes.some(({ material }) => material);
      return isSame && place.span ? [{ dismissalId: id, span: place.span }] : [];
    }),
    newWords: newWords(after, piecesOf(alignment)).reduce(
      (sum, { start, end }) => sum + countWords(after.text.slice(start, end)),
      0,
    ),
    shared: alignment.isSame ? 1 : sharedPart(alignment.words.before, alignment.words.after),
  };
}
