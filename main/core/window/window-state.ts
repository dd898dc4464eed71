import { z } from 'zod';
import type { System } from '#main/base/system.ts';
import { openStore } from '#main/storage/disk/open-store.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { storedObject } from '#shared/text/stored-object.ts';

interface Rectangle {
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

const stateSchema = storedObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});

const format = { format: 'stet-window', version: 1, schema: stateSchema };

const defaultSize = { width: 1280, height: 820 };

/** Size and position of the window, as they were when it was last closed. In pixels. */
interface WindowState {
  /** Without a position when the window would not be visible on any screen. */
  bounds: Partial<Rectangle> & typeof defaultSize;
  maximized: boolean;
  /** Stores the state of a window that is about to close. Never rejects. */
  save(bounds: Rectangle, maximized: boolean): Promise<void>;
}

/** Reads window.json. A file that can't be used is not reported: the window gets its default size. Never rejects. */
export async function readWindowState(
  path: string,
  screens: readonly Rectangle[],
  platform: Pick<System, 'now' | 'log'>,
): Promise<WindowState> {
  const store = openStore(path, format, { ...platform, access: alwaysWritable });
  const stored = await store.load();
  const { x, y, width, height, maximized } = stored ?? { x: 0, y: 0, ...defaultSize, maximized: false };
  const bounds = { x, y, width, height };
  const isUsable = stored !== null && isVisibleOn(bounds, screens);
  return {
    bounds: isUsable ? bounds : { width, height },
    maximized,
    async save({ x, y, width, height }, isMaximized) {
      await store
        .save({ ...stored, x, y, width, height, maximized: isMaximized })
        .catch((error) => platform.log.error('the state of the window could not be stored', error));
    },
  };
}
