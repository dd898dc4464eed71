import { type RefObject, useLayoutEffect } from 'react';
import {
  getReadingPosition,
  isPositionInView,
  saveReadingPosition,
} from '#renderer/window/state/base/reading-positions.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { useReadingSize } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { getReadingSpan, getVisibleSpan } from '#renderer/window/state/view/viewport.ts';
import type { Span } from '#shared/text/span.ts';
import type { ArticleDom } from '../dom/create-article-dom.ts';
import { holdScrollTarget } from './hold-scroll-target.ts';
import { getReadingLineTop, type ReadingLine } from './reading-line.ts';

/** The line is recorded when nothing scrolled for this long, in milliseconds. */
const recordDelayMs = 120;

/** Free space above the line at which the draft was left, in CSS pixels. */
const headroom = 8;

interface ReadingElements {
  scroller: HTMLElement;
  article: HTMLElement;
  getArticleDom: () => ArticleDom | null;
}

/**
 * Starts at the line where the draft was left, and keeps the line that is being read at its position in the window when the
 * window, a panel, the zoom, the text size or a font changes the layout. Returns a function that ends it.
 */
function keepReadingLine(session: Session, elements: ReadingElements): () => void {
  const { articleId, draft } = session;
  const { scroller, article, getArticleDom } = elements;
  let line: ReadingLine | null = null;
  /** The words that were asked for since the line was recorded. */
  let revealed: Span | null = null;
  let isHolding = false;
  /** Whether the reviewer has scrolled since the line was recorded. */
  let hasScrolled = false;
  let release = () => {};
  let timer = 0;
  let lastSize = '';

  const getLineTop = (offset: number) =>
    getArticleDom()?.getEndLines({ start: offset, end: offset + 1 })?.first.top;

  const getHeight = (span: Span) => {
    const lines = getArticleDom()?.getEndLines(span);
    return lines ? lines.last.bottom - lines.first.top : 0;
  };

  const getSize = () =>
    `${scroller.clientWidth} ${scroller.clientHeight} ${scroller.getBoundingClientRect().top}`;

  const record = () => {
    // The window was resized and the line is not restored yet, so the text in view is not what is being read.
    if (lastSize !== '' && getSize() !== lastSize) return;
    const visible = getVisibleSpan();
    const isUnmoved = !hasScrolled;
    revealed = null;
    hasScrolled = false;
    if (!visible) return;
    const isAtTop = scroller.scrollTop < 1;
    // A line near the end can't be scrolled to the top: it stays the position until the reviewer scrolls.
    const isAtEnd = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 1;
    if (!(isAtEnd && isUnmoved && isPositionInView(articleId, draft.id, visible)))
      saveReadingPosition(articleId, draft.id, isAtTop ? null : visible.start);
    const span = getSpanBeingRead(session) ?? (isAtTop ? null : { start: visible.start, end: visible.start });
    const top = span === null ? undefined : getLineTop(span.start);
    line = span === null || top === undefined ? null : { span, top, scale: devicePixelRatio };
  };
  const scheduleRecord = () => {
    clearTimeout(timer);
    timer = window.setTimeout(record, recordDelayMs);
  };

  const onScroll = () => {
    hasScrolled = !isHolding;
    scheduleRecord();
  };

  /** Holds a line at a vertical position in the window. */
  const holdLine = (offset: number, top: number) => {
    release();
    isHolding = true;
    const scrollToTarget = () => {
      const currentTop = getLineTop(offset);
      if (currentTop !== undefined) scroller.scrollTop += currentTop - top;
    };
    const onEnd = () => {
      isHolding = false;
      scheduleRecord();
    };
    const section = getArticleDom()?.getSectionAt(offset) ?? null;
    release = holdScrollTarget({ scroller, article, section, scrollToTarget, onEnd });
  };

  const restore = () => {
    const view = scroller.getBoundingClientRect();
    if (!line && revealed)
      line = { span: revealed, top: view.top + view.height / 3, scale: devicePixelRatio };
    if (!line) {
      scheduleRecord();
      return;
    }
    const { span } = line;
    holdLine(span.start, getReadingLineTop(line, devicePixelRatio, view, getHeight(span)));
    line = { span, top: getLineTop(span.start) ?? line.top, scale: devicePixelRatio };
  };

  /** Gives up the line: the span that somebody asked to see becomes the reading line once it is in view. */
  const yieldToReveal = (span: Span) => {
    release();
    revealed = span;
    isHolding = false;
    line = null;
    scheduleRecord();
  };

  const position = getReadingPosition(articleId, draft.id);
  if (position !== null && !useReviewView.getState().revealRequest)
    holdLine(Math.min(position, draft.text.length - 1), scroller.getBoundingClientRect().top + headroom);

  const resizeObserver = new ResizeObserver(() => {
    const size = getSize();
    if (lastSize !== '' && size !== lastSize) restore();
    lastSize = size;
  });
  resizeObserver.observe(scroller);
  const stopListeningToSize = useReadingSize.subscribe(() => {
    // The text changes its size at once, and the line is restored in the next frame: nothing is recorded in between.
    clearTimeout(timer);
    requestAnimationFrame(restore);
  });
  const stopListeningToView = useReviewView.subscribe((now, before) => {
    if (now.revealRequest && now.revealRequest !== before.revealRequest)
      yieldToReveal(now.revealRequest.span);
    else if (now.lastSpan !== before.lastSpan || now.selection !== before.selection) scheduleRecord();
  });
  // A font that arrives late, with text that is scrolled into view, must not pull the article back.
  const onFontsLoaded = () => {
    if (!hasScrolled) restore();
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });
  document.fonts.addEventListener('loadingdone', onFontsLoaded);
  return () => {
    clearTimeout(timer);
    release();
    resizeObserver.disconnect();
    stopListeningToSize();
    stopListeningToView();
    scroller.removeEventListener('scroll', onScroll);
    document.fonts.removeEventListener('loadingdone', onFontsLoaded);
  };
}

/** The words being read: the whole current claim, if the reviewer was there last. Null when they are out of view. */
function getSpanBeingRead(session: Session): Readonly<Span> | null {
  const span = getReadingSpan();
  const claim = session.outlineById().get(useReviewView.getState().currentClaimId ?? '')?.span;
  return span && claim && claim.start <= span.start && span.end <= claim.end ? claim : span;
}

/**
 * Keeps the line that is being read where it is: records it, and restores it after a change of the layout. `root` is the element with the
 * article's text. `use-reveal.ts` scrolls to a span that somebody asks to see; both hold their target until the layout around it settles
 * (`hold-scroll-target.ts`).
 */
export function useReadingLine(
  session: Session,
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  articleDom: RefObject<ArticleDom | null>,
): void {
  useLayoutEffect(() => {
    const [view, article] = [scroller.current, root.current];
    if (!view || !article) return;
    return keepReadingLine(session, {
      scroller: view,
      article,
      getArticleDom: () => articleDom.current,
    });
  }, [session, scroller, root, articleDom]);
}
