interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** So much of a window's title bar has to be on a screen, in pixels, that it can be seen and dragged. */
const handle = { width: 120, height: 32 };

/** Whether enough of a window would be on one of the screens. Wayland tells no place and says 0, 0, which is one. */
export function isVisibleOn(bounds: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some((screen) => {
    const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const above = bounds.y - screen.y;
    return width >= handle.width && above >= 0 && above <= screen.height - handle.height;
  });
}
