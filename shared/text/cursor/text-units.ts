import type { DraftText } from '../draft-text';
import { findCachedSentences } from '../segmenter/sentences-around';
import { findWords } from '../segmenter/words';
import type { Span } from '../span';

export type TextUnit = 'sentence' | 'word';
export type SearchDirection = 'forward' | 'backward';

function findUnits(draft: DraftText, block: Span, unit: TextUnit): readonly Span[] {
  return unit === 'sentence'
    ? findCachedSentences(draft.text, block, draft.language)
    : findWords(draft.text, block);
}

/**
 * The first sentence or word that is wanted, searching from the block at an offset in one direction; undefined where there is
 * none. Offsets are UTF-16 code units.
 */
export function findUnit(
  draft: DraftText,
  offset: number,
  [unit, direction]: readonly [TextUnit, SearchDirection],
  isWanted: (span: Span) => boolean,
): Span | undefined {
  const isForward = direction === 'forward';
  const blocks = draft.blocks.filter(({ start, end }) => (isForward ? end >= offset : start <= offset));
  for (const block of isForward ? blocks : blocks.toReversed()) {
    const units = findUnits(draft, block, unit);
    const found = (isForward ? units : units.toReversed()).find(isWanted);
    if (found) return found;
  }
  return undefined;
}

/** The words that lie wholly in a UTF-16 span, in order. */
export function findWordsInside(draft: DraftText, span: Span): Span[] {
  return draft.blocks
    .filter((block) => block.start < span.end && block.end > span.start)
    .flatMap((block) => findWords(draft.text, block))
    .filter((word) => word.start >= span.start && word.end <= span.end);
}

/** The sentence at a UTF-16 offset, or the first one after it; undefined behind the last sentence. */
export function findSentenceAt(draft: DraftText, offset: number): Span | undefined {
  return findUnit(draft, offset, ['sentence', 'forward'], ({ end }) => end > offset);
}

/** The first sentence that starts in the visible part of the text, a UTF-16 span, or the sentence that fills all of it. */
export function findFirstSentenceIn(draft: DraftText, visible: Span): Span | undefined {
  const first = findUnit(
    draft,
    visible.start,
    ['sentence', 'forward'],
    ({ start }) => start >= visible.start,
  );
  return first && first.start < visible.end ? first : findSentenceAt(draft, visible.start);
}
