import type { DraftText } from '../draft-text.ts';
import { findGraphemeEnd, findGraphemeStart } from '../segmenter/graphemes.ts';
import { findCachedSentences } from '../segmenter/sentences-around.ts';
import { findWords } from '../segmenter/words.ts';
import { isSameSpan, type Span } from '../span.ts';
import { cleanSelection } from './clean-selection.ts';

/**
 * The keyboard's cursor in the article: it holds an anchor (a sentence or a word), and extends to the offset `focus`. Offsets
 * are UTF-16 code units into the draft's text.
 */
export interface Cursor {
  anchor: Span;
  /** The anchor's end, unless the cursor was extended. It may lie before the anchor. */
  focus: number;
}

/** A cursor on a sentence or word, not extended. */
export function createCursor(anchor: Span): Cursor {
  return { anchor, focus: anchor.end };
}

/** All that the cursor holds, from the anchor to the focus. */
export function getCursorSpan({ anchor, focus }: Cursor): Span {
  if (focus <= anchor.start) return { start: focus, end: anchor.end };
  return { start: anchor.start, end: focus };
}

type TextUnit = 'sentence' | 'word';
type SearchDirection = 'forward' | 'backward';

function findUnits(draft: DraftText, block: Span, unit: TextUnit): readonly Span[] {
  return unit === 'sentence'
    ? findCachedSentences(draft.text, block, draft.language)
    : findWords(draft.text, block);
}

/**
 * The first sentence or word that is wanted, searching from the block at an offset in one direction; undefined where there is
 * none. Offsets are UTF-16 code units.
 */
function findUnit(
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
function findWordsInside(draft: DraftText, span: Span): Span[] {
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

export type CursorStep = 'nextSentence' | 'previousSentence' | 'nextWord' | 'previousWord';

type UnitStep = readonly [unit: TextUnit, direction: SearchDirection];

const unitSteps: Readonly<Record<CursorStep, UnitStep>> = {
  nextSentence: ['sentence', 'forward'],
  previousSentence: ['sentence', 'backward'],
  nextWord: ['word', 'forward'],
  previousWord: ['word', 'backward'],
};

/**
 * Moves the cursor by one step. Without extending, it goes to the next or previous sentence or word; from a sentence, "next
 * word" is its own first word and "previous word" its last, so that its words can be reached. Extending keeps the anchor and
 * moves the focus by one unit, so that any sequence of words can be held. At the ends of the text the cursor stays.
 */
export function moveCursor(draft: DraftText, cursor: Cursor, step: CursorStep, extend: boolean): Cursor {
  const unitStep = unitSteps[step];
  const [unit, direction] = unitStep;
  const isForward = direction === 'forward';
  if (extend) return { ...cursor, focus: moveFocus(draft, cursor, unitStep) };
  const span = getCursorSpan(cursor);
  if (unit === 'word') {
    const words = findWordsInside(draft, span);
    const inner = words.length > 1 ? words.at(isForward ? 0 : -1) : undefined;
    if (inner) return createCursor(inner);
  }
  const next = isForward
    ? findUnit(draft, span.end, unitStep, ({ start }) => start >= span.end)
    : findUnit(draft, span.start, unitStep, ({ end }) => end <= span.start);
  return next ? createCursor(next) : cursor;
}

function moveFocus(draft: DraftText, { anchor, focus }: Cursor, [unit, direction]: UnitStep): number {
  if (direction === 'forward' && focus < anchor.start) {
    const next = findUnit(draft, focus, [unit, direction], ({ start }) => start > focus);
    return Math.min(anchor.start, next?.start ?? anchor.start);
  }
  if (direction === 'forward') {
    const from = Math.max(focus, anchor.start);
    return findUnit(draft, from, [unit, direction], ({ end }) => end > from)?.end ?? focus;
  }
  if (focus > anchor.start) {
    const shorter = findUnit(draft, focus, [unit, direction], ({ end }) => end < focus)?.end;
    if (shorter !== undefined && shorter > anchor.start) return shorter;
  }
  const from = Math.min(focus, anchor.start);
  return findUnit(draft, from, [unit, direction], ({ start }) => start < from)?.start ?? focus;
}

/**
 * Moves the end of the selection that the cursor moved last by one character, past spaces, which a selection does not end with. At
 * the ends of the text the cursor stays.
 */
export function moveCursorByCharacter(
  { text }: Pick<DraftText, 'text'>,
  cursor: Cursor,
  direction: SearchDirection,
): Cursor {
  const { anchor, focus } = cursor;
  const fixed = focus <= anchor.start ? anchor.end : anchor.start;
  const before = cleanSelection(text, fixed, focus);
  const step = (offset: number) =>
    direction === 'forward' ? findGraphemeEnd(text, offset + 1) : findGraphemeStart(text, offset - 1);
  for (let next = step(focus); next >= 0 && next <= text.length; next = step(next)) {
    const span = cleanSelection(text, fixed, next);
    if (span && !(before && isSameSpan(span, before)))
      return { anchor: { start: fixed, end: fixed }, focus: next };
  }
  return cursor;
}

/**
 * The first move where nothing is held yet, from an offset that was clicked, say: to the sentence at the offset, or to the word
 * after or before it. Extending holds the text from the offset on.
 */
export function moveCursorFromOffset(
  draft: DraftText,
  offset: number,
  step: CursorStep,
  extend: boolean,
): Cursor {
  const caret = createCursor({ start: offset, end: offset });
  if (extend) return moveCursor(draft, caret, step, true);
  const [unit, direction] = unitSteps[step];
  const target =
    unit === 'sentence'
      ? findSentenceAt(draft, offset)
      : direction === 'forward'
        ? findUnit(draft, offset, ['word', 'forward'], ({ end }) => end > offset)
        : findUnit(draft, offset, ['word', 'backward'], ({ start }) => start < offset);
  return target ? createCursor(target) : caret;
}
