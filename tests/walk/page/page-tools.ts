/** Finds and describes elements of the window. */
interface ElementTools {
  findAll(selector: string, root?: ParentNode): Element[];
  findVisible(selector: string, root?: ParentNode): Element[];
  /** The enabled and visible controls: elements that can be pressed, chosen or written into. */
  findControls(): Element[];
  /** The element that holds the text of the open article. */
  findArticleText(): Element | null;
  /** Whether the element is laid out and neither hidden nor for screen readers only. */
  isVisible(element: Element): boolean;
  /** Whether the element can be used now: it is neither disabled nor behind a dialog. */
  isEnabled(element: Element): boolean;
  /** The role of the element and its approximate accessible name, shortened. */
  describe(element: Element): string;
  /** The text on one line. */
  collapseWhitespace(text: string | null | undefined): string;
}

/** Runs in the window, where it is sent as source text. */
export function createElementTools(): ElementTools {
  const collapseWhitespace = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  // React Aria puts text for screen readers only into boxes of one pixel.
  const isTiny = (box: Element | null) =>
    box !== null &&
    box.clientWidth <= 1 &&
    box.clientHeight <= 1 &&
    getComputedStyle(box).overflow === 'hidden';

  // A section of the article that is out of view is not painted, and its content is measured as if it overlapped the next ones.
  const isInsideItsSection = (element: Element) => {
    const section = element.closest('[role="group"][aria-label="Article text"] > *');
    if (!section) return true;
    const [box, sectionBox] = [element.getBoundingClientRect(), section.getBoundingClientRect()];
    return box.top >= sectionBox.top - 1 && box.bottom <= sectionBox.bottom + 1;
  };

  const isVisible = (element: Element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    isInsideItsSection(element) &&
    !element.closest('.screen-reader-only') &&
    !isTiny(element.parentElement) &&
    element.getBoundingClientRect().width > 1 &&
    element.getBoundingClientRect().height > 1;

  const isEnabled = (element: Element) =>
    !element.matches(':disabled, [aria-disabled="true"], [data-disabled="true"]') &&
    !element.closest('[inert], [aria-hidden="true"]');

  const describe = (element: Element) => {
    const name = collapseWhitespace(
      element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent,
    );
    const role = element.getAttribute('role') ?? element.localName;
    return `${role} “${name.length > 50 ? `${name.slice(0, 49)}…` : name}”`;
  };

  const findAll = (selector: string, root: ParentNode = document) => [...root.querySelectorAll(selector)];
  const findVisible = (selector: string, root: ParentNode = document) =>
    findAll(selector, root).filter(isVisible);

  const controlSelector =
    'button, a[href], input, select, textarea, [role="radio"], [role="checkbox"], [role="tab"], [role="option"], [role="menuitem"], [role="separator"][tabindex]';
  const findControls = () => findVisible(controlSelector).filter(isEnabled);

  const findArticleText = () => document.querySelector('[role="group"][aria-label="Article text"]');

  return {
    findAll,
    findVisible,
    findControls,
    findArticleText,
    isVisible,
    isEnabled,
    describe,
    collapseWhitespace,
  };
}

/** Computes which part of a box is in view, and which part is cut off. All lengths are CSS pixels. */
interface GeometryTools {
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

/** Tools that the functions in the window share. They are sent there as source text, so they can't import anything. */
export interface PageTools extends ElementTools, GeometryTools {}
