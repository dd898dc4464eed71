/** Computes which part of a box is in view, and which part is cut off. All lengths are CSS pixels. */
export interface GeometryTools {
  /** The part of a box that neither the window nor any ancestor clips; `parent` is the innermost ancestor. */
  clipToView(box: DOMRect, parent: Element | null): DOMRect;
  /** How much of a box can't be brought into view, because an ancestor that clips it doesn't scroll. */
  measureCutOff(box: DOMRect, parent: Element | null): { width: number; height: number };
}

/** Runs in the window, where it is sent as source text. */
export function createGeometryTools(): GeometryTools {
  const isScrolling = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

  const clipToView = (box: DOMRect, parent: Element | null) => {
    let left = Math.max(box.left, 0);
    let top = Math.max(box.top, 0);
    let right = Math.min(box.right, innerWidth);
    let bottom = Math.min(box.bottom, innerHeight);
    for (let ancestor = parent; ancestor && ancestor !== document.body; ancestor = ancestor.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(ancestor);
      const bounds = ancestor.getBoundingClientRect();
      if (overflowX !== 'visible')
        [left, right] = [Math.max(left, bounds.left), Math.min(right, bounds.right)];
      if (overflowY !== 'visible')
        [top, bottom] = [Math.max(top, bounds.top), Math.min(bottom, bounds.bottom)];
      if (position === 'fixed') break;
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  const measureCutOff = (box: DOMRect, parent: Element | null) => {
    let { left, top, right, bottom } = box;
    let [width, height] = [0, 0];
    const windowBox = new DOMRect(0, 0, innerWidth, innerHeight);
    const measureOutside = (from: number, to: number, min: number, max: number) =>
      Math.max(0, min - from, to - max);
    // A box outside of a side sticks out of the outer ancestors as well; inside a scroller it can be moved anywhere in it.
    for (let ancestor = parent; ancestor; ancestor = ancestor.parentElement) {
      const isPage = ancestor === document.body || ancestor === document.documentElement;
      const { overflowX, overflowY, position } = getComputedStyle(ancestor);
      const bounds = isPage ? windowBox : ancestor.getBoundingClientRect();
      if (isPage || overflowX !== 'visible') {
        if (isPage || !isScrolling(overflowX))
          width = Math.max(width, measureOutside(left, right, bounds.left, bounds.right));
        [left, right] = [
          Math.min(Math.max(left, bounds.left), bounds.right),
          Math.max(Math.min(right, bounds.right), bounds.left),
        ];
      }
      if (isPage || overflowY !== 'visible') {
        if (isPage || !isScrolling(overflowY))
          height = Math.max(height, measureOutside(top, bottom, bounds.top, bounds.bottom));
        [top, bottom] = [
          Math.min(Math.max(top, bounds.top), bounds.bottom),
          Math.max(Math.min(bottom, bounds.bottom), bounds.top),
        ];
      }
      if (isPage) break;
      if (position === 'fixed')
        return {
          width: Math.max(width, measureOutside(left, right, windowBox.left, windowBox.right)),
          height: Math.max(height, measureOutside(top, bottom, windowBox.top, windowBox.bottom)),
        };
    }
    return { width, height };
  };

  return { clipToView, measureCutOff };
}
