import type { Tools } from '../page-tools';

/** Every enabled control in view can be hit at its centre: nothing lies over it. Runs in the window. */
export function hitTest(tools: Tools): string[] {
  return tools.controls().flatMap((control) => {
    const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const open = tools.inView(box, control.parentElement);
    const isInView = x > open.left && x < open.right && y > open.top && y < open.bottom;
    if (!isInView) return [];
    const hit = document.elementFromPoint(x, y);
    // A radio or a checkbox lies unseen in the label that is pressed for it.
    if (hit && (control.contains(hit) || hit.closest('label')?.contains(control))) return [];
    if (control.closest('label') && hit?.contains(control) && hit.closest('label')) return [];
    // A tip goes with the pointer.
    if (hit?.closest('[role="tooltip"]')) return [];
    // What a person called up to lie over the article goes by Escape or by its button: the bar, and a drawer.
    if (hit?.closest('[role="toolbar"][aria-label="Selection"]')) return [];
    const drawer = hit?.closest('aside');
    if (drawer && getComputedStyle(drawer).position === 'absolute') return [];
    // A message goes by itself; but it may not lie over what a dialog asks.
    if (hit?.closest('section[aria-label="Messages"]') && !control.closest('[role="dialog"]')) return [];
    const over = hit ? tools.nameOf(hit) : 'nothing';
    return [
      `${tools.nameOf(control)} can’t be hit at ${Math.round(x)}, ${Math.round(y)}: ${over} lies there`,
    ];
  });
}
