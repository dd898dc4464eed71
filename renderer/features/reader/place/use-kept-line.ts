import { type RefObject, useLayoutEffect } from 'react';
import { placeInView, spanInView } from '../../../state/reading/reading';
import { keepPlace, keptPlace } from '../../../state/reading/reading-places';
import { useReadingSize } from '../../../state/reading/reading-size';
import { useReviewView } from '../../../state/review/review-view';
import type { Session } from '../../../state/review/session';
import type { GalleyDom } from '../galley/galley-dom';
import { holdPlace } from './hold-place';
import { type KeptLine, lineHeightInWindow } from './kept-line';

/** Scrolling is over when nothing was scrolled for so long, in milliseconds. */
const pause = 120;

/** Free above the line that is brought to the top, in CSS pixels. */
const headroom = 8;

/**
 * Keeps the line that is being read where it is in the window while the article is laid out anew, for a window, a panel, a
 * zoom or a size of type that changes, and begins where the draft was left. `root` holds the article's text.
 */
export function useKeptLine(
  session: Session,
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  galley: RefObject<GalleyDom | null>,
): void {
  const size = useReadingSize((reading) => reading.size);
  useLayoutEffect(() => {
    scroller.current?.style.setProperty('--reading', String(size));
  }, [size, scroller]);

  useLayoutEffect(() => {
    const [view, article] = [scroller.current, root.current];
    if (!view || !article) return;
    const { articleId, draft } = session;
    let line: KeptLine | null = null;
    let isHeld = false;
    /** Whether the reader scrolled on since the line was noted. */
    let isScrolling = false;
    let release = () => {};
    let timer = 0;

    const topOf = (offset: number) => galley.current?.endLines({ start: offset, end: offset + 1 })?.first.top;

    let known = '';
    const sizeNow = () => `${view.clientWidth} ${view.clientHeight} ${view.getBoundingClientRect().top}`;

    const note = () => {
      // The window was resized and the line is not restored yet, so the text in view is not what is being read.
      if (known !== '' && sizeNow() !== known) return;
      const inView = spanInView();
      isScrolling = false;
      if (!inView) return;
      const isTop = view.scrollTop < 1;
      keepPlace(articleId, draft.id, isTop ? null : inView.start);
      const offset = placeInView()?.start ?? (isTop ? null : inView.start);
      const top = offset === null ? undefined : topOf(offset);
      line = offset === null || top === undefined ? null : { offset, top, scale: devicePixelRatio };
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(note, pause);
    };

    const scrolled = () => {
      isScrolling = !isHeld;
      later();
    };

    /** Brings a line to a height of the window. */
    const bring = (offset: number, top: number) => {
      release();
      isHeld = true;
      const go = () => {
        const now = topOf(offset);
        if (now !== undefined) view.scrollTop += now - top;
      };
      const ended = () => {
        isHeld = false;
        later();
      };
      const section = galley.current?.sectionAt(offset) ?? null;
      release = holdPlace({ scroller: view, article, section, bring: go, ended });
    };

    /** Lets go of the line that was read: what somebody asked to see is kept instead, once it is in view. */
    const giveWay = () => {
      release();
      isHeld = false;
      line = null;
      later();
    };

    const keep = () => {
      if (!line) {
        later();
        return;
      }
      bring(line.offset, lineHeightInWindow(line, devicePixelRatio, view.getBoundingClientRect()));
      line = { ...line, top: topOf(line.offset) ?? line.top, scale: devicePixelRatio };
    };

    const kept = keptPlace(articleId, draft.id);
    if (kept !== null && !useReviewView.getState().reveal)
      bring(Math.min(kept, draft.text.length - 1), view.getBoundingClientRect().top + headroom);

    const laidOut = () => {
      const now = sizeNow();
      if (known !== '' && now !== known) keep();
      known = now;
    };
    const resized = new ResizeObserver(laidOut);
    resized.observe(view);
    const resets = useReadingSize.subscribe(() => {
      // The text changes its size at once, and the line is restored in the next frame: note nothing in between.
      clearTimeout(timer);
      requestAnimationFrame(keep);
    });
    const moved = useReviewView.subscribe((now, before) => {
      if (now.reveal && now.reveal !== before.reveal) giveWay();
      else if (now.place !== before.place || now.selection !== before.selection) later();
    });
    // One that comes late, with words that are scrolled into view, must not pull the article back.
    const typefaceCame = () => {
      if (!isScrolling) keep();
    };
    view.addEventListener('scroll', scrolled, { passive: true });
    document.fonts.addEventListener('loadingdone', typefaceCame);
    return () => {
      clearTimeout(timer);
      release();
      resized.disconnect();
      resets();
      moved();
      view.removeEventListener('scroll', scrolled);
      document.fonts.removeEventListener('loadingdone', typefaceCame);
    };
  }, [session, scroller, root, galley]);
}
