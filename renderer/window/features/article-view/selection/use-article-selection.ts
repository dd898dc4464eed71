import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useOutline } from '#renderer/window/state/review/use-session.ts';
import { revealSpan } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { clearSelectedClaims } from '#renderer/window/state/view/selected-claims.ts';
import { focusMainArea, getReadingSpan, getVisibleSpan } from '#renderer/window/state/view/viewport.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import {
  type Cursor,
  type CursorStep,
  createCursor,
  findFirstSentenceIn,
  findSentenceAt,
  getCursorSpan,
  moveCursor,
  moveCursorByCharacter,
  moveCursorFromOffset,
} from '#shared/text/selection/move-cursor.ts';
import { isSameSpan } from '#shared/text/span.ts';
import type { ArticleDom } from '../dom/create-article-dom.ts';
import { startDragSelection } from './start-drag-selection.ts';

/** Controls in the article, on which a press does not select text. */
const controlSelector = 'button, a, [role="toolbar"], [data-resize-handle]';

/** Returns the handler of presses on the article, which start a selection at the nearest text. */
function useDragSelection(
  draft: Draft,
  articleDom: RefObject<ArticleDom | null>,
  scroller: RefObject<HTMLElement | null>,
) {
  const endDrag = useRef<() => void>(() => {});
  useEffect(() => () => endDrag.current(), []);
  return (event: MouseEvent) => {
    const isOnControl = event.target instanceof Element && event.target.closest(controlSelector) !== null;
    if (event.button !== 0 || event.ctrlKey || isOnControl || !articleDom.current || !scroller.current)
      return;
    // Keeps Chromium from starting its own selection.
    event.preventDefault();
    focusMainArea();
    endDrag.current();
    endDrag.current = startDragSelection(
      { draft, articleDom: articleDom.current, scroller: scroller.current },
      {
        x: event.clientX,
        y: event.clientY,
        clicks: event.detail,
        isExtending: event.shiftKey,
        isAltHeld: event.altKey,
      },
    );
  };
}

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
function useKeyboardSelection(
  draft: Draft,
  language: string | null,
  articleDom: RefObject<ArticleDom | null>,
) {
  const cursor = useRef<Cursor | null>(null);
  const isFromKeyboard = useRef(false);
  /** The text selected last, for screen readers, which do not announce a selection made by a script. */
  const [announcement, setAnnouncement] = useState('');

  /** Starts where the reviewer is: at the selection, or where the reviewer was last, or at the first sentence in view. */
  const moveFromReadingSpan = (key: string, isExtending: boolean, isByCharacter: boolean): Cursor | null => {
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
    const moved = moveFromReadingSpan(event.key, event.shiftKey, isByCharacter);
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

/**
 * Keeps the review view's selection equal to the page's: copies what the user selects, selects the span that somebody requests,
 * and restores the selection after marks were painted. `paintCount` grows with each section that is painted. Returns whether a
 * pointer is down.
 */
function useSelectionSync(articleDom: RefObject<ArticleDom | null>, paintCount: number): boolean {
  const [isPointerDown, setPointerDown] = useState(false);
  useEffect(() => {
    const onSelectionChange = () => {
      const selected = articleDom.current?.getSelection() ?? null;
      const { selection } = useReviewView.getState();
      const isSame =
        selected === selection ||
        (selected !== null && selection !== null && isSameSpan(selected, selection));
      if (isSame) return;
      if (selected) clearSelectedClaims();
      useReviewView.setState({ selection: selected });
    };
    const onDown = () => setPointerDown(true);
    const onUp = () => setPointerDown(false);
    document.addEventListener('selectionchange', onSelectionChange);
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', onUp);
    return () => {
      document.removeEventListener('selectionchange', onSelectionChange);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onUp);
    };
  }, [articleDom]);
  const request = useReviewView((view) => view.selectRequest);
  useLayoutEffect(() => {
    if (request) articleDom.current?.selectSpan(request.span);
  }, [request, articleDom]);
  const outline = useOutline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: painting claims replaces text nodes, and the selection with them
  useLayoutEffect(() => {
    const { selection } = useReviewView.getState();
    const selected = articleDom.current?.getSelection() ?? null;
    if (selection && !(selected && isSameSpan(selected, selection)))
      articleDom.current?.selectSpan(selection);
  }, [articleDom, outline, paintCount]);
  return isPointerDown;
}

interface SelectionContext {
  draft: Draft;
  language: string | null;
  articleDom: RefObject<ArticleDom | null>;
  scroller: RefObject<HTMLElement | null>;
  /** Grows with each section that is painted. */
  paintCount: number;
}

/**
 * Selecting text in the article: by arrow keys, which go by sentences and words, and by mouse (`start-drag-selection.ts`). The selection
 * in the review view equals the selection on the page.
 */
export function useArticleSelection({ draft, language, articleDom, scroller, paintCount }: SelectionContext) {
  const { onKeyDown, announcement, isFromKeyboard } = useKeyboardSelection(draft, language, articleDom);
  const startDrag = useDragSelection(draft, articleDom, scroller);
  const isPointerDown = useSelectionSync(articleDom, paintCount);
  const onMouseDown = (event: MouseEvent) => {
    isFromKeyboard.current = false;
    startDrag(event);
  };
  return { onKeyDown, onMouseDown, announcement, isFromKeyboard, isPointerDown };
}
