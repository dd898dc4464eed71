import { type ChangesSinceJudged, findChangesSinceJudged } from '../../../../shared/domain/claims/changes-since-judged';
import { getJudgedWording } from '../../../../shared/domain/claims/claim-wording';
import { getFormerWords } from '../../../../shared/domain/claims/retired-claims';
import type { Draft } from '../../../../shared/domain/draft/draft';
import { findPlacement } from '../../../../shared/domain/review/placed-claims';
import type { Review } from '../../../../shared/domain/review/review';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { type ClaimSentence, createClaimSentence, getClaimSentence, noChanges } from './claim-sentence';

/** The sentence of a queued claim before and after a new draft. */
export interface ClaimComparison {
  /** The number of the draft that `before` is taken from. */
  beforeNumber: number;
  before: ClaimSentence;
  /** Null while the claim has no span in the new draft. */
  after: ClaimSentence | null;
  changes: ChangesSinceJudged;
}

/**
 * Compares a queued claim in the new draft with what its verdict was set on. A claim without a verdict is compared with the
 * previous draft instead; `previous` is null until that draft is loaded.
 */
export function compareClaim(
  review: Review,
  draft: Draft,
  previous: Draft | null,
  queued: QueuedClaim,
): ClaimComparison {
  const { judged } = queued.claim;
  const wording = judged && getJudgedWording(review, queued.claim.id, judged);
  const { span, changes: placementChanges } = queued.placement;
  const changes: ChangesSinceJudged =
    span && wording
      ? findChangesSinceJudged(draft, wording, span)
      : { ...noChanges, aroundWords: [], judgedSpan: null, words: span ? placementChanges : [] };
  const start = wording?.comparedSentence.indexOf(wording.words) ?? -1;
  const judgedSpan =
    changes.judgedSpan ?? (wording && start !== -1 ? { start, end: start + wording.words.length } : null);
  return {
    beforeNumber: (judged && review.drafts.get(judged.draftId)?.number) ?? draft.number - 1,
    before:
      wording && judgedSpan
        ? createClaimSentence(wording.comparedSentence, judgedSpan, changes, 'before')
        : createPreviousSentence(review, queued, previous),
    after: span && getClaimSentence(draft, span, changes),
    changes,
  };
}

/** The sentence of a claim in the previous draft; only the claim's former words while that draft is not loaded. */
function createPreviousSentence(
  review: Review,
  { claim, placement }: QueuedClaim,
  previous: Draft | null,
): ClaimSentence {
  const span = previous && findPlacement(review, claim.id, previous.id)?.span;
  if (previous && span) {
    const sentence = getClaimSentence(previous, span);
    const words = placement.span ? placement.changes : [];
    return sentence.claimSpan
      ? createClaimSentence(sentence.text, sentence.claimSpan, { ...noChanges, words }, 'before')
      : sentence;
  }
  const formerWords = placement.span
    ? placement.changes.map(({ before }) => before).join(' … ')
    : getFormerWords(placement);
  return { text: formerWords, claimSpan: null, changedSpans: [] };
}
