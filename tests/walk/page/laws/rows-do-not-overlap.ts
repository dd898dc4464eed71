import type { PageTools } from '../tools/page-tools';

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
