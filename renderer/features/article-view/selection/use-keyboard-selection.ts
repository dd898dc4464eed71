import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { Draft } from '../../../../shared/domain/draft/draft';
import { detectDirection } from '../../../../shared/text/characters/direction';
import { createCursor, type Cursor, type CursorStep, findFirstSentenceIn, findSentenceAt, getCursorSpan, moveCursor, moveCursorByCharacter, moveCursorFromOffset } from '../../../../shared/text/cursor/move-cursor';
import { isSameSpan } from '../../../../shared/text/span';
import { revealSpan } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { clearSelectedClaims } from '../../../state/view/selected-claims';
import { getReadingSpan, getVisibleSpan } from '../../../state/view/viewport';
import type { ArticleDom } from '../dom/article-dom';

const stepsByKey: Record<string, CursorStep> = {
  ArrowDown: 'nextSentence',
  ArrowUp: 'previousSentence',
  ArrowRight: 'nextWord',
  ArrowLeft: 'previousWord',
};

const mirroredKeys: Record<string, string> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' };

/** The step of an arrow key in the block with an offset: left and right follow the block's reading direction. */
function getStep(draft: Draft, language: string | null, key: string, offset: number): CursorStep | undefined {
  const block = draft.blocks.find(({ end }) => end >= offset);
  const isRightToLeft =
    block && detectDirection(draft.text.slice(block.start, block.end), language) === 'rtl';
  return stepsByKey[isRightToLeft ? (mirroredKeys[key] ?? key) : key];
}

/**
 * Reading and selecting by keyboard: the Up and Down keys select sentences, Left and Right select words, and Shift extends the
 * selection from its anchor, with Alt by characters.
 */
export function useKeyboardSelection(
  draft: Draft,
  language: string | null,
  articleDom: RefObject<ArticleDom | null>,
) {
  const cursor = useRef<Cursor | null>(null);
  const isFromKeyboard = useRef(false);
  /** The text selected last, for screen readers, which do not announce a selection made by a script. */
  const [announcement, setAnnouncement] = useState('');

  /** Starts where the reader is: at the selection, or where the reader was last, or at the first sentence in view. */
  const moveFromReader = (key: string, isExtending: boolean, isByCharacter: boolean): Cursor | null => {
    const { selection } = useReviewView.getState();
    const span = isExtending && selection ? selection : getReadingSpan();
    if (!span) {
      const view = getVisibleSpan();
      const first = view ? findFirstSentenceIn(draft, view) : findSentenceAt(draft, 0);
      return first ? createCursor(first) : null;
    }
    const last = cursor.current;
    const current = last && isSameSpan(getCursorSpan(last), span) ? last : createCursor({ ...span });
    const step = getStep(draft, language, key, current.focus);
    if (!step) return null;
    if (isByCharacter)
      return moveCursorByCharacter(draft, current, step === 'nextWord' ? 'forward' : 'backward');
    return span.start === span.end
      ? moveCursorFromOffset(draft, span.start, step, isExtending)
      : moveCursor(draft, current, step, isExtending);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isByCharacter = event.altKey && event.shiftKey && event.key in mirroredKeys;
    if (!(event.key in stepsByKey) || event.ctrlKey || event.metaKey) return;
    if (event.altKey && !isByCharacter) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    const moved = moveFromReader(event.key, event.shiftKey, isByCharacter);
    const span = moved && getCursorSpan(moved);
    if (!span || span.start === span.end) return;
    cursor.current = moved;
    isFromKeyboard.current = true;
    const isBackward = moved.focus <= moved.anchor.start;
    const { start, end } = span;
    articleDom.current?.selectBetween(
      isBackward ? { anchor: end, focus: start } : { anchor: start, focus: end },
    );
    clearSelectedClaims();
    useReviewView.setState({ selection: span });
    revealSpan(span);
    setAnnouncement(draft.text.slice(span.start, span.end));
  };
  return { onKeyDown, announcement, isFromKeyboard };
}
