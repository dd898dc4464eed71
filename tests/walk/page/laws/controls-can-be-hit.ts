import type { PageTools } from '../tools/page-tools';

/** Every enabled control in view can be hit at its centre. Runs in the window, where it is sent as source text. */
export function controlsCanBeHit(tools: PageTools): string[] {
  return tools.findControls().flatMap((control) => {
    const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const visibleBox = tools.clipToView(box, control.parentElement);
    const isInView =
      x > visibleBox.left && x < visibleBox.right && y > visibleBox.top && y < visibleBox.bottom;
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
