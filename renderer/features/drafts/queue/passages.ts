import { type ChangesSince, changesSinceJudged } from '../../../../shared/domain/claims/recheck';
import { wordsBefore } from '../../../../shared/domain/claims/retired';
import type { Draft } from '../../../../shared/domain/draft';
import { placementOf } from '../../../../shared/domain/review/outline';
import type { QueuedClaim } from '../../../../shared/domain/review/queue';
import type { Review } from '../../../../shared/domain/review/review';
import { sentenceAround } from '../../../../shared/text/segmenter/sentences';
import type { Span } from '../../../../shared/text/span';
import { wordsMarked } from '../../../../shared/text-changes/mark-words';

/** A sentence with the words of a claim in it, and what is different in it. UTF-16 offsets into `text`. */
export interface Passage {
  text: string;
  /** Null where the claim's words are not known to stand. */
  words: Span | null;
  differing: Span[];
}

/** A claim that came into a draft: on the words as they were, and as they are now. */
export interface Compared {
  /** The number of the draft that `old` is of. */
  oldNumber: number;
  old: Passage;
  /** Null while the claim stands nowhere. */
  now: Passage | null;
  changes: ChangesSince;
}

function shifted(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

type Sides = Pick<ChangesSince, 'words' | 'left' | 'right'>;

const none: Sides = { words: [], left: [], right: [] };

/** A sentence with the claim's words at a place in it, which is known to be there. */
function passage(text: string, { start, end }: Span, changes: Sides, side: 'before' | 'after'): Passage {
  return {
    text,
    words: { start, end },
    differing: [
      ...wordsMarked(text.slice(0, start), changes.left, side),
      ...shifted(wordsMarked(text.slice(start, end), changes.words, side), start),
      ...shifted(wordsMarked(text.slice(end), changes.right, side), end),
    ],
  };
}

/** The sentence around a span of a draft, as it is now. */
function passageNow({ text, blocks, language }: Draft, span: Span, changes: Sides): Passage {
  const sentence = sentenceAround(text, blocks, span, language);
  const place = { start: span.start - sentence.start, end: span.end - sentence.start };
  return passage(text.slice(sentence.start, sentence.end), place, changes, 'after');
}

/** The sentence around a span of a draft, with the span's words marked. */
export function passageAt(draft: Draft, span: Span): Passage {
  return passageNow(draft, span, none);
}

/** What a claim that was never judged stood on in the draft before; the words alone until that draft is there. */
function passageBefore(review: Review, { claim, placement }: QueuedClaim, past: Draft | null): Passage {
  const span = past && placementOf(review, claim.id, past.id)?.span;
  const own = placement.span ? placement.changes : [];
  if (past && span) {
    const { text, words } = passageAt(past, span);
    return words ? passage(text, words, { ...none, words: own }, 'before') : passageAt(past, span);
  }
  const words = placement.span
    ? placement.changes.map(({ before }) => before).join(' … ')
    : wordsBefore(placement);
  return { text: words, words: null, differing: [] };
}

/** A claim on its old words, those that were judged or else those of the draft before (`past`), and now. */
export function compared(review: Review, draft: Draft, past: Draft | null, queued: QueuedClaim): Compared {
  const { judged } = queued.claim;
  const { span, changes: own } = queued.placement;
  const unjudged = { words: own, around: [], left: [], right: [], place: null };
  const changes =
    span && judged ? changesSinceJudged(draft, judged, span) : { ...unjudged, words: span ? own : [] };
  const start = judged?.sentence.indexOf(judged.words) ?? -1;
  const place =
    changes.place ?? (judged && start !== -1 ? { start, end: start + judged.words.length } : null);
  return {
    oldNumber: (judged && review.drafts.get(judged.draftId)?.number) ?? draft.number - 1,
    old:
      judged && place
        ? passage(judged.sentence, place, changes, 'before')
        : passageBefore(review, queued, past),
    now: span && passageNow(draft, span, changes),
    changes,
  };
}
