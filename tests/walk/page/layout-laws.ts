import type { PageTools } from './page-tools.ts';

/**
 * Every control is in view or can be scrolled into view, and the page itself is never scrolled. Runs in the window, where it
 * is sent as source text.
 */
export function controlsAreReachable(tools: PageTools): string[] {
  const tolerance = 2;
  const { scrollLeft, scrollTop } = document.documentElement;
  const isScrolled = scrollLeft !== 0 || scrollTop !== 0;
  const isReachable = (control: Element): boolean => {
    const { width, height } = tools.measureCutOff(control.getBoundingClientRect(), control.parentElement);
    return width <= tolerance && height <= tolerance;
  };
  const unreachable = tools
    .findControls()
    .filter((control) => !control.closest('.has-hidden-input') && !isReachable(control));
  return [
    ...(isScrolled ? [`the page itself is scrolled by ${scrollLeft} and ${scrollTop} pixels`] : []),
    ...unreachable.map((control) => `${tools.describe(control)} is cut off, and nothing scrolls to it`),
  ];
}

/** The focus is on a visible element, never on the page itself. Runs in the window, where it is sent as source text. */
export function focusIsVisible(tools: PageTools): string[] {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return ['nothing has the focus'];
  // A radio button or a checkbox is hidden in the label that shows it.
  const visibleElement = activeElement.closest('label') ?? activeElement;
  if (!tools.isVisible(visibleElement))
    return [`the focus is on ${tools.describe(activeElement)}, which is not visible`];
  if (visibleElement.closest('[inert]'))
    return [`the focus is on ${tools.describe(activeElement)}, behind the dialog`];
  return [];
}

/** No two rows of a list overlap, and no two labels in the margin do. Runs in the window, where it is sent as source text. */
export function rowsDoNotOverlap(tools: PageTools): string[] {
  const tolerance = 1;
  const groups = [
    ...[...document.querySelectorAll('ol, ul')].map((list) => [...list.children]),
    [...document.querySelectorAll('[role="group"][aria-label="Article text"] button:not([data-rac])')],
  ];
  return groups.flatMap((group) => {
    const boxes = group
      .filter(tools.isVisible)
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top);
    return boxes.flatMap(({ row, box }, index) => {
      const next = boxes[index + 1];
      if (!next) return [];
      const height = Math.min(box.bottom, next.box.bottom) - next.box.top;
      const width = Math.min(box.right, next.box.right) - Math.max(box.left, next.box.left);
      if (height <= tolerance || width <= tolerance) return [];
      return [
        `${tools.describe(row)} and ${tools.describe(next.row)} overlap by ${Math.round(height)} pixels`,
      ];
    });
  });
}

/**
 * No text is cut off unless its full text is in a tooltip or label. Runs in the window, where it is sent as source text.
 */
export function textIsNotClipped(tools: PageTools): string[] {
  const tolerance = 2;
  // The box of a line is higher than its characters.
  const lineTolerance = 6;
  const violations: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = tools.collapseWhitespace(node.nodeValue);
    const parent = node.parentElement;
    if (text === '' || !parent || !tools.isVisible(parent) || !tools.isEnabled(parent)) continue;
    if (parent.closest('textarea, select, option, script, style')) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const { width, height } = tools.measureCutOff(box, parent);
    if (width <= tolerance && height <= lineTolerance) continue;
    // `TextTooltip` shows the full text of these elements to mouse and keyboard.
    if (parent.closest('[data-clip], [data-tip]')) continue;
    const labelled = parent.closest('[title], [aria-label]');
    const label = `${labelled?.getAttribute('title') ?? ''} ${labelled?.getAttribute('aria-label') ?? ''}`;
    if (tools.collapseWhitespace(label).includes(text)) continue;
    violations.push(`“${text.slice(0, 60)}” is cut off, and its full text is nowhere`);
  }
  return violations;
}

/** Every enabled control in view can be hit at its centre. Runs in the window, where it is sent as source text. */
export function controlsCanBeHit(tools: PageTools): string[] {
  return tools.findControls().flatMap((control) => {
    const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const visibleBox = tools.clipToView(box, control.parentElement);
    // Chromium rounds the point up to a pixel of the screen, which is out of view when the middle is in the last pixel of a scroller.
    const isInView =
      x > visibleBox.left && x < visibleBox.right - 1 && y > visibleBox.top && y < visibleBox.bottom - 1;
    if (!isInView) return [];
    const hit = document.elementFromPoint(x, y);
    // A radio button or a checkbox is hidden in the label that is pressed for it.
    if (hit && (control.contains(hit) || hit.closest('label')?.contains(control))) return [];
    if (control.closest('label') && hit?.contains(control) && hit.closest('label')) return [];
    // A tooltip disappears when the pointer moves.
    if (hit?.closest('[role="tooltip"]')) return [];
    // The selection bar and a drawer cover the article on purpose: the user opened them, and Escape or a button closes them.
    if (hit?.closest('[role="toolbar"][aria-label="Selection"]')) return [];
    const drawer = hit?.closest('aside');
    if (drawer && getComputedStyle(drawer).position === 'absolute') return [];
    // A notice disappears after a while, but it must not cover the controls of a dialog.
    if (hit?.closest('section[aria-label="Messages"]') && !control.closest('[role="dialog"]')) return [];
    const cover = hit ? tools.describe(hit) : 'nothing';
    return [
      `${tools.describe(control)} can’t be hit at ${Math.round(x)}, ${Math.round(y)}: ${cover} is there`,
    ];
  });
}
