import type { Claim } from '../../../shared/domain/claim';
import type { Draft } from '../../../shared/domain/draft';
import { placementOf } from '../../../shared/domain/outline';
import type { Placement } from '../../../shared/domain/placement';
import type { Review } from '../../../shared/domain/review';
import type { Span } from '../../../shared/domain/span';
import { type ChangesSince, changesSinceJudged, wordsJudged } from '../../../shared/domain/standing';
import type { WordChange } from '../../../shared/domain/word-change';
import { wordsMarked } from '../../../shared/drafts/words-marked';

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

function passage(
  { words, sentence }: { words: string; sentence: string },
  changes: ChangesSince,
  side: 'before' | 'after',
): Passage {
  const start = sentence.indexOf(words);
  if (start === -1) return { text: words, words: { start: 0, end: words.length }, differing: [] };
  const end = start + words.length;
  return {
    text: sentence,
    words: { start, end },
    differing: [
      ...wordsMarked(sentence.slice(0, start), changes.around, side),
      ...shifted(wordsMarked(words, changes.words, side), start),
      ...shifted(wordsMarked(sentence.slice(end), changes.around, side), end),
    ],
  };
}

/** The sentence around a span of a draft, with the span's words marked. */
export function passageAt(draft: Draft, span: Span): Passage {
  return passage(wordsJudged(draft, span), { words: [], around: [] }, 'after');
}

/** What a claim that was never judged stood on in the draft before; the words alone until that draft is there. */
function wordsBefore(review: Review, { id }: Claim, placement: Placement, past: Draft | null) {
  const span = past && placementOf(review, id, past.id)?.span;
  if (past && span) return wordsJudged(past, span);
  const words = placement.changes.map(({ before }) => before).join(' … ');
  return { words, sentence: words };
}

/** A claim on its old words, those that were judged or else on those of the draft before (`past`), and now. */
export function compared(
  review: Review,
  draft: Draft,
  past: Draft | null,
  { claim, placement }: { claim: Claim; placement: Placement },
): Compared {
  const { judged } = claim;
  const { span } = placement;
  const old = judged ?? wordsBefore(review, claim, placement, past);
  const own: WordChange[] = span ? placement.changes : [];
  const changes = span && judged ? changesSinceJudged(draft, judged, span) : { words: own, around: [] };
  return {
    oldNumber: (judged && review.drafts.get(judged.draftId)?.number) ?? draft.number - 1,
    old: passage(old, changes, 'before'),
    now: span && passage(wordsJudged(draft, span), changes, 'after'),
    changes,
  };
}
