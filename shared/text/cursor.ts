import { sentencesIn } from './segmenter/sentences';
import { wordsOf } from './segmenter/words';
import type { Span } from './span';

/**
 * Where the keyboard stands in the article: on `anchor` (a sentence or a word), reaching to the offset `focus` when it
 * was extended. Offsets are UTF-16 units into the draft's text.
 */
export interface Cursor {
  anchor: Span;
  focus: number;
}

export type CursorStep = 'nextSentence' | 'previousSentence' | 'nextWord' | 'previousWord';

interface ReadableText {
  text: string;
  blocks: readonly Span[];
  language: string | null;
}

/** The cursor on these words, not extended. */
export function cursorOn(anchor: Span): Cursor {
  return { anchor, focus: anchor.end };
}

/** The words that the cursor holds. */
export function cursorSpan({ anchor, focus }: Cursor): Span {
  if (focus <= anchor.start) return { start: focus, end: anchor.end };
  return { start: anchor.start, end: focus };
}

type Units = (draft: ReadableText, block: Span) => readonly Span[];

const units: Record<'Sentence' | 'Word', Units> = {
  Sentence: (draft, block) => sentencesIn(draft.text, block, draft.language),
  Word: (draft, block) => wordsOf(draft.text, block),
};

/** The first unit for which `wanted` holds, from the block of the offset on, forwards or backwards. */
function seek(
  draft: ReadableText,
  at: number,
  ofBlock: Units,
  forward: boolean,
  wanted: (unit: Span) => boolean,
) {
  const blocks = draft.blocks.filter((block) => (forward ? block.end >= at : block.start <= at));
  for (const block of forward ? blocks : blocks.toReversed()) {
    const inBlock = ofBlock(draft, block);
    const found = (forward ? inBlock : inBlock.toReversed()).find(wanted);
    if (found) return found;
  }
  return undefined;
}

/**
 * Moves the cursor. Not extending, it goes to the next or previous sentence or word; from a sentence, "next word" is the
 * sentence's first and "previous word" its last, so that its words can be reached. Extending keeps the anchor and moves the
 * focus by one unit, so that any run of words can be held. At the ends of the text the cursor stays where it is.
 */
export function moveCursor(draft: ReadableText, cursor: Cursor, step: CursorStep, extend: boolean): Cursor {
  const forward = step.startsWith('next');
  const ofBlock = step.endsWith('Sentence') ? units.Sentence : units.Word;
  const held = cursorSpan(cursor);
  if (extend) return { ...cursor, focus: moveFocus(draft, cursor, ofBlock, forward) };
  if (ofBlock === units.Word) {
    const inside = wordsInside(draft, held);
    const drilled = inside.length > 1 ? (forward ? inside.at(0) : inside.at(-1)) : undefined;
    if (drilled) return cursorOn(drilled);
  }
  const next = forward
    ? seek(draft, held.end, ofBlock, true, (unit) => unit.start >= held.end)
    : seek(draft, held.start, ofBlock, false, (unit) => unit.end <= held.start);
  return next ? cursorOn(next) : cursor;
}

function moveFocus(draft: ReadableText, cursor: Cursor, ofBlock: Units, forward: boolean): number {
  const { anchor, focus } = cursor;
  if (forward && focus < anchor.start)
    return Math.min(
      anchor.start,
      seek(draft, focus, ofBlock, true, (unit) => unit.start > focus)?.start ?? anchor.start,
    );
  if (forward) {
    const from = Math.max(focus, anchor.start);
    return seek(draft, from, ofBlock, true, (unit) => unit.end > from)?.end ?? focus;
  }
  if (focus > anchor.start) {
    const shorter = seek(draft, focus, ofBlock, false, (unit) => unit.end < focus)?.end;
    if (shorter !== undefined && shorter > anchor.start) return shorter;
  }
  const from = Math.min(focus, anchor.start);
  return seek(draft, from, ofBlock, false, (unit) => unit.start < from)?.start ?? focus;
}

function wordsInside(draft: ReadableText, held: Span): Span[] {
  return draft.blocks
    .filter((block) => block.start < held.end && block.end > held.start)
    .flatMap((block) => wordsOf(draft.text, block))
    .filter((word) => word.start >= held.start && word.end <= held.end);
}

/**
 * The first move from a place where nothing is held, as one that was clicked: to the sentence at the place, or to the word
 * after or before it. Extending holds the text from the place on.
 */
export function moveFromPlace(draft: ReadableText, at: number, step: CursorStep, extend: boolean): Cursor {
  const place = cursorOn({ start: at, end: at });
  if (extend) return moveCursor(draft, place, step, true);
  const unit = step.endsWith('Sentence')
    ? sentenceAt(draft, at)
    : step === 'nextWord'
      ? seek(draft, at, units.Word, true, (word) => word.end > at)
      : seek(draft, at, units.Word, false, (word) => word.start < at);
  return unit ? cursorOn(unit) : place;
}

/** The sentence at an offset, or the first one after it. */
export function sentenceAt(draft: ReadableText, at: number): Span | undefined {
  return seek(draft, at, units.Sentence, true, (sentence) => sentence.end > at);
}

/** The first sentence that begins in what is in view; where a single one fills it, that one. */
export function firstSentenceIn(draft: ReadableText, view: Span): Span | undefined {
  const begins = seek(draft, view.start, units.Sentence, true, (sentence) => sentence.start >= view.start);
  return begins && begins.start < view.end ? begins : sentenceAt(draft, view.start);
}
