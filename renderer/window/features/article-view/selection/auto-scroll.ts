import type { Point } from '../dom/nearest-point.ts';

/** Pixels scrolled in each frame for each pixel that the pointer is outside of the view. */
const stepPerPixel = 0.25;

/** In pixels for each frame. */
const maxStep = 40;

/** How far to scroll in a frame for a pointer above (negative) or below the view; 0 while it is inside. */
export function getScrollStep(view: { top: number; bottom: number }, y: number): number {
  const distance = y < view.top ? y - view.top : Math.max(0, y - view.bottom);
  return Math.max(
    -maxStep,
    Math.min(maxStep, Math.sign(distance) * Math.ceil(Math.abs(distance) * stepPerPixel)),
  );
}

/** Creates scrolling that goes on, frame by frame, as long as the pointer that it follows is above or below the view. */
export function createAutoScroll(scroller: HTMLElement, onScroll: () => void) {
  let frame = 0;
  let pointer: Point | null = null;
  const scroll = () => {
    frame = 0;
    const step = pointer ? getScrollStep(scroller.getBoundingClientRect(), pointer.y) : 0;
    if (step === 0) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += step;
    if (scroller.scrollTop !== before) onScroll();
    frame = requestAnimationFrame(scroll);
  };
  return {
    follow(point: Point) {
      pointer = point;
      if (frame === 0) frame = requestAnimationFrame(scroll);
    },
    stop() {
      cancelAnimationFrame(frame);
      pointer = null;
    },
  };
}
