import type { Tools } from '../page-tools';

/** No two rows of a list overlap, and no two numbers in the margin. Runs in the window. */
export function noOverlap(tools: Tools): string[] {
  const tolerance = 1;
  const groups = [
    ...[...document.querySelectorAll('ol, ul')].map((list) => [...list.children]),
    [...document.querySelectorAll('[role="group"][aria-label="Article text"] button:not([data-rac])')],
  ];
  return groups.flatMap((group) => {
    const boxes = group
      .filter(tools.isShown)
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top);
    return boxes.flatMap(({ row, box }, index) => {
      const next = boxes[index + 1];
      if (!next) return [];
      const below = Math.min(box.bottom, next.box.bottom) - next.box.top;
      const beside = Math.min(box.right, next.box.right) - Math.max(box.left, next.box.left);
      if (below <= tolerance || beside <= tolerance) return [];
      return [`${tools.nameOf(row)} and ${tools.nameOf(next.row)} overlap by ${Math.round(below)} pixels`];
    });
  });
}
