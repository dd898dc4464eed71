import type { Draft } from '#shared/domain/base/draft.ts';
import {
  type ChangesSinceJudged,
  findChangesSinceJudged,
  getJudgedWording,
} from '#shared/domain/claims/changes-since-judged.ts';
import type { QueuedClaim } from '#shared/domain/claims/review-queue.ts';
import { findPlacement, getFormerWords } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import type { Span } from '#shared/text/span.ts';
import { locateChangedWords } from '#shared/text-changes/locate-changed-words.ts';

/** The sentence around a claim, with the words that changed. All spans are UTF-16 offsets into `text`. */
export interface ClaimSentence {
  text: string;
  /** The claim's words in the sentence; null where their position is not known. */
  claimSpan: Span | null;
  changedSpans: Span[];
}

type LocatedClaimSentence = ClaimSentence & { claimSpan: Span };

/** The changes in the claim's words, before them in the sentence, and after them. */
type ChangesByPart = Pick<ChangesSinceJudged, 'words' | 'beforeWords' | 'afterWords'>;

const noChanges: ChangesByPart = { words: [], beforeWords: [], afterWords: [] };

/** Creates the sentence of one side of a comparison, with the changed words of that side. */
function createClaimSentence(
  text: string,
  { start, end }: Span,
  changes: ChangesByPart,
  side: 'before' | 'after',
): LocatedClaimSentence {
  return {
    text,
    claimSpan: { start, end },
    changedSpans: [
      ...locateChangedWords(text.slice(0, start), changes.beforeWords, side),
      ...shiftSpans(locateChangedWords(text.slice(start, end), changes.words, side), start),
      ...shiftSpans(locateChangedWords(text.slice(end), changes.afterWords, side), end),
    ],
  };
}

/** Finds the sentence around a span of a draft, and marks the changed words of the newer side in it. */
export function getClaimSentence(
  { text, blocks, language }: Draft,
  span: Span,
  changes: ChangesByPart = noChanges,
): LocatedClaimSentence {
  const sentence = findSentenceAround(text, blocks, span, language);
  const claimSpan = { start: span.start - sentence.start, end: span.end - sentence.start };
  return createClaimSentence(text.slice(sentence.start, sentence.end), claimSpan, changes, 'after');
}

function shiftSpans(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

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
    return createClaimSentence(sentence.text, sentence.claimSpan, { ...noChanges, words }, 'before');
  }
  const formerWords = placement.span
    ? placement.changes.map(({ before }) => before).join(' … ')
    : getFormerWords(placement);
  return { text: formerWords, claimSpan: null, changedSpans: [] };
}
