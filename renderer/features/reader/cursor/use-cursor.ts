import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { Draft } from '../../../../shared/domain/draft';
import { directionOf } from '../../../../shared/text/characters/direction';
import {
  type Cursor,
  type CursorStep,
  cursorOn,
  cursorSpan,
  firstSentenceIn,
  moveCursor,
  moveFromPlace,
  sentenceAt,
} from '../../../../shared/text/cursor';
import { sameSpan } from '../../../../shared/text/span';
import { placeInView, spanInView } from '../../../state/reading/reading';
import { revealSpan, useReviewView } from '../../../state/review/review-view';
import type { GalleyDom } from '../galley/galley-dom';

const steps: Record<string, CursorStep> = {
  ArrowDown: 'nextSentence',
  ArrowUp: 'previousSentence',
  ArrowRight: 'nextWord',
  ArrowLeft: 'previousWord',
};

const mirrored: Record<string, string> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' };

/** What an arrow does in the block of an offset: left and right follow the direction in which the block is read. */
function stepOf(draft: Draft, language: string | null, key: string, at: number): CursorStep | undefined {
  const block = draft.blocks.find(({ end }) => end >= at);
  const isRightToLeft = block && directionOf(draft.text.slice(block.start, block.end), language) === 'rtl';
  return steps[isRightToLeft ? (mirrored[key] ?? key) : key];
}

/** Reading and selecting by keyboard: sentences up and down, words left and right, Shift extends from the anchor. */
export function useCursor(draft: Draft, language: string | null, galley: RefObject<GalleyDom | null>) {
  const cursor = useRef<Cursor | null>(null);
  /** Whether the selection was made so. */
  const moved = useRef(false);
  /** The words taken last, for screen readers: the window's own selection is not read out when a script makes it. */
  const [taken, setTaken] = useState('');

  /** Goes on where the reader is: from the selection, the last place, or else at the first sentence in view. */
  const next = (key: string, extend: boolean): Cursor | null => {
    const { selection } = useReviewView.getState();
    const own = cursor.current;
    const place = extend && selection ? selection : placeInView();
    if (!place) {
      const view = spanInView();
      const first = view ? firstSentenceIn(draft, view) : sentenceAt(draft, 0);
      return first ? cursorOn(first) : null;
    }
    const held = own && sameSpan(cursorSpan(own), place) ? own : cursorOn({ ...place });
    const step = stepOf(draft, language, key, held.focus);
    if (!step) return null;
    return place.start === place.end
      ? moveFromPlace(draft, place.start, step, extend)
      : moveCursor(draft, held, step, extend);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    const now = next(event.key, event.shiftKey);
    const span = now && cursorSpan(now);
    if (!span || span.start === span.end) return;
    cursor.current = now;
    moved.current = true;
    const isBackward = now.focus <= now.anchor.start;
    const { start, end } = span;
    galley.current?.drag(isBackward ? { anchor: end, focus: start } : { anchor: start, focus: end });
    useReviewView.setState({ selection: span });
    revealSpan(span);
    setTaken(draft.text.slice(span.start, span.end));
  };
  return { onKeyDown, taken, moved };
}
