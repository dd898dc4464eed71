import type { Draft } from '#shared/domain/base/draft.ts';
import { maxCandidates } from '#shared/domain/base/placement.ts';
import { checkVerdict, isCorrectedSinceJudged } from '#shared/domain/claims/changes-since-judged.ts';
import { getPlacementWords } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { type ReviewCopy, reviewFromData } from '#shared/domain/review/review-data.ts';
import type { CarriedClaim, CarriedReview } from '#shared/drafts/carried-review.ts';
import { findNewWords } from '#shared/drafts/find-new-sentences.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { findOccurrences } from '#shared/text/find-in-text.ts';
import { countWords } from '#shared/text/segmenter/words.ts';
import { intAt } from '#shared/text/sequences/at.ts';
import { appendToHash } from '#shared/text/sequences/rolling-hash.ts';
import { hasMaterialChange } from '#shared/text-changes/classify-changes.ts';
import type { Tokens } from '#shared/text-changes/tokens/tokens.ts';
import { alignDrafts } from '../alignment/align-drafts.ts';
import { type CarriedSpan, carrySpan } from './carry-span.ts';
import { diffHunks } from './diff-hunks.ts';

/** The input of `carryReview`. Plain data, so that it can be sent to a worker. */
export interface CarryJob {
  review: ReviewCopy;
  before: Draft;
  after: DraftText;
}

type CarriedPlacement = Pick<CarriedClaim, 'status' | 'span' | 'candidates' | 'changes'>;

/**
 * Carries the claims and dismissals of a draft to the next one, in these stages. A dismissal is carried only where its text says
 * the same.
 *
 * 1. Align the two drafts (`main/worker/alignment`).
 * 2. Carry each span through the alignment (`carry-span`).
 * 3. Check whether each verdict still holds (`checkVerdict`).
 * 4. Count the new words (`diff-hunks`, `find-new-sentences`) and the text that both drafts share (`measureSharedText`).
 */
export function carryReview({ review: data, before, after }: CarryJob): CarriedReview {
  const review = reviewFromData(data);
  const alignment = alignDrafts(before, after);
  const claims = listClaimsToCarry(review, before).map(({ claim, span, words, resolved }): CarriedClaim => {
    const placement = span ? toPlacement(carrySpan(alignment, span)) : findFormerWords(words, after.text);
    const isCorrected = isCorrectedSinceJudged(review, claim, before.number);
    const verdict = checkVerdict(review, claim, { ...placement, resolved }, after, isCorrected);
    return { claimId: claim.id, words, ...placement, ...verdict, wasWaiting: !resolved };
  });
  const dismissals: CarriedReview['dismissals'] = [];
  let droppedDismissals = 0;
  for (const { id, draftId, span: old } of review.dismissals.values()) {
    if (draftId !== before.id) continue;
    const { span, changes } = toPlacement(carrySpan(alignment, old));
    if (span && !hasMaterialChange(changes)) dismissals.push({ dismissalId: id, span });
    else droppedDismissals += 1;
  }
  const { tokens } = alignment;
  return {
    claims,
    dismissals,
    droppedDismissals,
    newWords: findNewWords(after, diffHunks(alignment)).reduce(
      (sum, { start, end }) => sum + countWords(after.text.slice(start, end)),
      0,
    ),
    shared: alignment.isSame ? 1 : measureSharedText(tokens.before, tokens.after),
  };
}

/** The claims of a draft with their text there. Retired claims are left out; lost ones have their former text. */
function listClaimsToCarry(review: Review, { id, text }: Draft) {
  return [...review.placements.values()].flatMap((placement) => {
    const { draftId, claimId, span, resolved } = placement;
    const claim = review.claims.get(claimId);
    const isRetired = !span && resolved;
    if (!claim || draftId !== id || isRetired) return [];
    return [{ claim, span, words: getPlacementWords(placement, text), resolved }];
  });
}

function toPlacement(carried: CarriedSpan): CarriedPlacement {
  const nowhere = { span: null, candidates: [], changes: [] };
  if (carried.status === 'lost') return { ...nowhere, status: 'lost' };
  if (carried.status === 'ambiguous')
    return { ...nowhere, status: 'ambiguous', candidates: carried.candidates.slice(0, maxCandidates) };
  const { status, span } = carried;
  return { ...nowhere, status, span, changes: status === 'reworded' ? carried.changes : [] };
}

/** Looks for the text of a lost claim. Where it occurs again, that is a candidate for a person to confirm, not a placement. */
function findFormerWords(words: string, text: string): CarriedPlacement {
  const starts = findOccurrences(text, words, maxCandidates);
  const candidates = starts.map((start) => ({ start, end: start + words.length }));
  const status = candidates.length === 0 ? 'lost' : 'ambiguous';
  return { status, span: null, candidates, changes: [] };
}

/** The tokens of an n-gram. */
const ngramSize = 4;

/** A text of fewer tokens is too short to measure. */
const minTokens = 20;

function hashNgrams({ ids, count }: Tokens): Set<number> {
  const hashes = new Set<number>();
  for (let start = 0; start + ngramSize <= count; start += 1) {
    let hash = 0;
    for (let token = start; token < start + ngramSize; token += 1)
      hash = appendToHash(hash, intAt(ids, token));
    hashes.add(hash);
  }
  return hashes;
}

/**
 * The share of the shorter draft's distinct n-grams that the other one has as well, from 0 to 1; 1 where a draft is too short to
 * measure. A draft that was cut or extended shares all that is left, wherever it moved.
 */
export function measureSharedText(before: Tokens, after: Tokens): number {
  if (Math.min(before.count, after.count) < minTokens) return 1;
  const [fewer, more] = [hashNgrams(before), hashNgrams(after)].sort((a, b) => a.size - b.size);
  if (!fewer || !more) return 1;
  let shared = 0;
  for (const hash of fewer) if (more.has(hash)) shared += 1;
  return shared / fewer.size;
}
