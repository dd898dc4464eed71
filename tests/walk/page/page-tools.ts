/** What the laws look with. Made in the window by `makeTools`, which is sent there as its own text. */
export interface Tools {
  /** Whether the element is laid out and neither hidden nor there for screen readers alone. */
  isShown(element: Element): boolean;
  /** Whether it can be used now: not disabled, and not behind a dialog. */
  isEnabled(element: Element): boolean;
  /** Its accessible name, about: its label or its words, shortened. */
  nameOf(element: Element): string;
  /** The part of a box that is in view: not cut off by the elements it stands in, from `within` on, nor by the window. */
  inView(box: DOMRect, within: Element | null): DOMRect;
  /** How many pixels of a box are cut off for good, by what neither scrolls nor lies in something that does. */
  lost(box: DOMRect, within: Element | null): { wide: number; high: number };
  /** The controls of the window: whatever can be pressed, chosen or written into. */
  controls(): Element[];
}

export function makeTools(): Tools {
  // React Aria puts what only screen readers are told into boxes of one pixel.
  const isTiny = (box: Element | null) =>
    box !== null &&
    box.clientWidth <= 1 &&
    box.clientHeight <= 1 &&
    getComputedStyle(box).overflow === 'hidden';

  // What is not painted, in a section of the article that is out of view, seems to lie over the sections below.
  const isInSection = (element: Element) => {
    const section = element.closest('[role="group"][aria-label="Article text"] > *');
    if (!section) return true;
    const [box, around] = [element.getBoundingClientRect(), section.getBoundingClientRect()];
    return box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
  };

  const isShown = (element: Element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    isInSection(element) &&
    !element.closest('.screen-reader-only') &&
    !isTiny(element.parentElement) &&
    element.getBoundingClientRect().width > 1 &&
    element.getBoundingClientRect().height > 1;

  const isEnabled = (element: Element) =>
    !element.matches(':disabled, [aria-disabled="true"], [data-disabled="true"]') &&
    !element.closest('[inert], [aria-hidden="true"]');

  const nameOf = (element: Element) => {
    const words = (
      element.getAttribute('aria-label') ??
      element.closest('label')?.textContent ??
      element.textContent ??
      ''
    )
      .replace(/\s+/g, ' ')
      .trim();
    const kind = element.getAttribute('role') ?? element.localName;
    return `${kind} “${words.length > 50 ? `${words.slice(0, 49)}…` : words}”`;
  };

  const isScrolling = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

  const inView = (box: DOMRect, within: Element | null) => {
    let left = Math.max(box.left, 0);
    let top = Math.max(box.top, 0);
    let right = Math.min(box.right, innerWidth);
    let bottom = Math.min(box.bottom, innerHeight);
    for (let around = within; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const border = around.getBoundingClientRect();
      if (overflowX !== 'visible')
        [left, right] = [Math.max(left, border.left), Math.min(right, border.right)];
      if (overflowY !== 'visible')
        [top, bottom] = [Math.max(top, border.top), Math.min(bottom, border.bottom)];
      if (position === 'fixed') break;
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  const lost = (box: DOMRect, within: Element | null) => {
    let { left, top, right, bottom } = box;
    let [wide, high] = [0, 0];
    // What lies outside of a side comes out as well; inside of what scrolls, it can be brought to any place of it.
    const over = (from: number, to: number, least: number, most: number) =>
      Math.max(0, least - from, to - most);
    for (let around = within; around; around = around.parentElement) {
      const isPage = around === document.body || around === document.documentElement;
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const border = isPage ? new DOMRect(0, 0, innerWidth, innerHeight) : around.getBoundingClientRect();
      if (isPage || overflowX !== 'visible') {
        if (isPage || !isScrolling(overflowX))
          wide = Math.max(wide, over(left, right, border.left, border.right));
        [left, right] = [
          Math.min(Math.max(left, border.left), border.right),
          Math.max(Math.min(right, border.right), border.left),
        ];
      }
      if (isPage || overflowY !== 'visible') {
        if (isPage || !isScrolling(overflowY))
          high = Math.max(high, over(top, bottom, border.top, border.bottom));
        [top, bottom] = [
          Math.min(Math.max(top, border.top), border.bottom),
          Math.max(Math.min(bottom, border.bottom), border.top),
        ];
      }
      if (isPage) break;
      if (position === 'fixed') {
        const page = new DOMRect(0, 0, innerWidth, innerHeight);
        return {
          wide: Math.max(wide, over(left, right, page.left, page.right)),
          high: Math.max(high, over(top, bottom, page.top, page.bottom)),
        };
      }
    }
    return { wide, high };
  };

  const pressable =
    'button, a[href], input, select, textarea, [role="radio"], [role="checkbox"], [role="tab"], [role="option"], [role="menuitem"], [role="separator"][tabindex]';
  const controls = () =>
    [...document.querySelectorAll(pressable)].filter((element) => isShown(element) && isEnabled(element));

  return { isShown, isEnabled, nameOf, inView, lost, controls };
}
