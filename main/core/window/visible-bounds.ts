export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How much of a window's title bar must be on a screen, in pixels, so that it can be seen and dragged. */
const minVisible = { width: 120, height: 32 };

/** Whether enough of a window would be on one of the screens. Wayland reports no position but 0, 0, which is on a screen. */
export function isVisibleOn(bounds: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some((screen) => {
    const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const top = bounds.y - screen.y;
    return width >= minVisible.width && top >= 0 && top <= screen.height - minVisible.height;
  });
}
