import type { DraftText } from '#shared/text/draft-text.ts';
import { findOccurrences } from '#shared/text/find-in-text.ts';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import type { Span } from '#shared/text/span.ts';
import { classifyChanges, hasMaterialChange } from '#shared/text-changes/classify-changes.ts';
import {
  classifyContextChanges,
  isSentenceStart,
  type SentenceContext,
} from '#shared/text-changes/sentence-context.ts';
import type { WordChange } from '#shared/text-changes/word-change.ts';
import { type Claim, isForReviewer, type Judgement } from '../base/claim.ts';
import type { Placement } from '../base/placement.ts';
import { getJudgementKey } from '../review/recut-sentence.ts';
import { findReferrers, type Review } from '../review/review.ts';

/** The text of a claim on `span` and the sentence around it, which are stored with a verdict. */
export function getClaimWording(draft: DraftText, span: Span): { words: string; sentence: string } {
  const { text, sentence } = getCurrentContext(draft, span);
  return { words: text.slice(span.start, span.end), sentence: text.slice(sentence.start, sentence.end) };
}

/** The words at `span` within the sentence around them, cut by the rules of today. */
function getCurrentContext({ text, blocks, language }: DraftText, span: Span): SentenceContext {
  return { text, sentence: findSentenceAround(text, blocks, span, language), words: span };
}

/** The text that was judged, with its sentence as today's rules cut it. The stored sentence must not be compared. */
interface JudgedWording {
  readonly words: string;
  readonly comparedSentence: string;
}

/** The judged text of a claim, cut by the same rules as sentences of today. */
export function getJudgedWording(
  { recutSentences }: Review,
  claimId: string,
  judged: Judgement,
): JudgedWording {
  const recut = recutSentences.get(getJudgementKey(claimId, judged))?.recut;
  return { words: judged.words, comparedSentence: recut ?? judged.sentence };
}

/**
 * Whether a correction of the claim was applied after its verdict was set, up to the draft with this number: a corrections draft reworded
 * it, or the author accepted the correction in a report that came back. Derived, never stored.
 */
export function isCorrectedSinceJudged(review: Review, claim: Claim, draftNumber: number): boolean {
  const judgedIn = review.drafts.get(claim.judged?.draftId ?? '')?.number;
  if (judgedIn === undefined) return false;
  const isAccepted = claim.answers.some(({ draftId, correction }) => {
    const number = review.drafts.get(draftId)?.number ?? 0;
    return correction?.outcome === 'accepted' && number > judgedIn && number <= draftNumber;
  });
  if (isAccepted) return true;
  return findReferrers(review, `claims/${claim.id}`, 'placements').some(({ draftId, status }) => {
    const draft = review.drafts.get(draftId);
    return (
      status === 'reworded' &&
      draft?.origin.kind === 'corrections' &&
      draft.number > judgedIn &&
      draft.number <= draftNumber
    );
  });
}

/** At most this many occurrences of the claim's text in its judged sentence are compared. */
const maxOccurrences = 20;

/** Finds the occurrences of the judged text in its sentence. Usually there is one. */
function findJudgedContexts({ words, comparedSentence: text }: JudgedWording): SentenceContext[] {
  return findOccurrences(text, words, maxOccurrences).map((start) => ({
    text,
    sentence: { start: 0, end: text.length },
    words: { start, end: start + words.length },
  }));
}

/** The differences between what a verdict was set on and the current draft. */
export interface ChangesSinceJudged {
  /** Changes of the claim's own text. */
  words: WordChange[];
  /** Material changes of the rest of the sentence: before the claim's text and after it. */
  aroundWords: WordChange[];
  beforeWords: WordChange[];
  afterWords: WordChange[];
  /** The position of the claim's text in the judged sentence; null when the sentence does not contain it. */
  judgedSpan: Span | null;
}

function compareContexts(before: SentenceContext, after: SentenceContext): ChangesSinceJudged {
  const getWords = ({ text, words }: SentenceContext) => text.slice(words.start, words.end);
  const upTo = (context: SentenceContext) => ({
    ...context,
    sentence: { start: context.sentence.start, end: context.words.end },
  });
  const from = (context: SentenceContext) => ({
    ...context,
    sentence: { start: context.words.start, end: context.sentence.end },
  });
  const beforeWords = classifyContextChanges(upTo(before), upTo(after));
  const afterWords = classifyContextChanges(from(before), from(after));
  const starts = { before: isSentenceStart(before), after: isSentenceStart(after) };
  return {
    words: classifyChanges(getWords(before), getWords(after), starts),
    beforeWords,
    afterWords,
    aroundWords: [...beforeWords, ...afterWords],
    judgedSpan: before.words,
  };
}

/** Finds the differences since a verdict was set on a claim that is now on `span`. */
export function findChangesSinceJudged(
  draft: DraftText,
  judged: JudgedWording,
  span: Span,
): ChangesSinceJudged {
  const after = getCurrentContext(draft, span);
  const { words, sentence } = getClaimWording(draft, span);
  const [first, ...others] = findJudgedContexts(judged);
  if (!first || (words === judged.words && sentence === judged.comparedSentence)) {
    const changes = classifyChanges(judged.words, words, { before: false, after: false });
    return {
      words: changes,
      aroundWords: [],
      beforeWords: [],
      afterWords: [],
      judgedSpan: first?.words ?? null,
    };
  }
  const compareWithJudged = (now: SentenceContext) =>
    // If the judged sentence contains the claim's text more than once, the occurrence with the fewest changes around it
    // is meant.
    others
      .map((before) => compareContexts(before, now))
      .reduce(
        (best, changes) => (changes.aroundWords.length < best.aroundWords.length ? changes : best),
        compareContexts(first, now),
      );
  const changes = compareWithJudged(after);
  if (changes.aroundWords.length === 0) return changes;
  // A sentence that was split still says the same, as long as its parts follow each other.
  const comparisons = addNeighbouringSentences(draft, after).map(compareWithJudged);
  return comparisons.find(({ aroundWords }) => aroundWords.length === 0) ?? changes;
}

/** The context extended by the next sentence, by the previous one, and by both. */
function addNeighbouringSentences(
  { text, blocks, language }: DraftText,
  { sentence, words }: SentenceContext,
): SentenceContext[] {
  const before = Math.max(0, sentence.start - 2);
  const after = Math.min(text.length, sentence.end + 2);
  return [
    { start: sentence.start, end: after },
    { start: before, end: sentence.end },
    { start: before, end: after },
  ].map((span) => ({ text, sentence: findSentenceAround(text, blocks, span, language), words }));
}

/** Whether a claim's verdict holds in another draft, and whether somebody has to look at it. */
interface VerdictCheck {
  /** Whether the verdict no longer holds for the claim's text or its sentence. */
  recheck: boolean;
  /** Whether nobody needs to look at the claim. */
  resolved: boolean;
}

/**
 * Checks whether a claim's verdict still holds where it is in another draft, and whether somebody has to look at it. A claim
 * that was never judged keeps waiting if it was waiting before (`resolved` of the placement), and so does one with an answer of
 * the author. A claim whose text was corrected since it was judged waits until it is judged again.
 */
export function checkVerdict(
  review: Review,
  claim: Claim,
  placement: Pick<Placement, 'span' | 'changes' | 'resolved'>,
  after: DraftText,
  isCorrected: boolean,
): VerdictCheck {
  if (!placement.span) return { recheck: claim.judged !== null, resolved: false };
  if (claim.judged) {
    const judged = getJudgedWording(review, claim.id, claim.judged);
    const { words, aroundWords } = findChangesSinceJudged(after, judged, placement.span);
    const recheck = isCorrected || hasMaterialChange([...words, ...aroundWords]);
    const isAnswered = !placement.resolved && claim.answers.some(isForReviewer);
    return { recheck, resolved: !recheck && !isAnswered };
  }
  return { recheck: false, resolved: placement.resolved && !hasMaterialChange(placement.changes) };
}
