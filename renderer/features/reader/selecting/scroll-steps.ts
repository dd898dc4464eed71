import type { Point } from './nearest-place';

export type { Point };

/** Pixels a frame for each pixel that the pointer is outside, and at most. */
const share = 0.25;
const fastest = 40;

/** How far to scroll in a frame for a pointer above (negative) or below what is in view; 0 while it is inside. */
export function scrollStep(view: { top: number; bottom: number }, y: number): number {
  const away = y < view.top ? y - view.top : Math.max(0, y - view.bottom);
  return Math.max(-fastest, Math.min(fastest, Math.sign(away) * Math.ceil(Math.abs(away) * share)));
}

/** Scrolls on, frame by frame, as long as the pointer that it follows is above or below what is in view. */
export function scrollSteps(scroller: HTMLElement, scrolled: () => void) {
  let frame = 0;
  let pointer: Point | null = null;
  const go = () => {
    frame = 0;
    const by = pointer ? scrollStep(scroller.getBoundingClientRect(), pointer.y) : 0;
    if (by === 0) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += by;
    if (scroller.scrollTop !== before) scrolled();
    frame = requestAnimationFrame(go);
  };
  return {
    follow(point: Point) {
      pointer = point;
      if (frame === 0) frame = requestAnimationFrame(go);
    },
    stop() {
      cancelAnimationFrame(frame);
      pointer = null;
    },
  };
}
