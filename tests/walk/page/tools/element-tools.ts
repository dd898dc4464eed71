/** Finds and describes elements of the window. */
export interface ElementTools {
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
