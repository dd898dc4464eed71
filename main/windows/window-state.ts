import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { Low } from 'lowdb';
import { z } from 'zod';
import { windowStateFile } from '../app-paths';
import { DurableJsonFile } from '../core/storage/files/durable-json-file';
import { isVisibleOn } from '../core/window/visible-bounds';
import { log } from '../log';

const stateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});

type State = z.infer<typeof stateSchema>;

const usual = { width: 1280, height: 820 };

/** Size and place of the window, as they were when it was last closed. */
export interface WindowState {
  bounds: Partial<Rectangle> & typeof usual;
  maximized: boolean;
  remember(window: BrowserWindow): Promise<void>;
}

/** Reads window.json. What can't be read, or lies on no screen that is there now, is not worth a word: the usual size. */
export async function readWindowState(): Promise<WindowState> {
  const file = new DurableJsonFile<State>(windowStateFile(), {
    format: 'stet-window',
    version: 1,
    schema: stateSchema,
    now: () => new Date(),
  });
  const low = new Low<State>(file, { x: 0, y: 0, ...usual, maximized: false });
  await low.read();
  const { maximized, ...bounds } = low.data;
  const known = file.found.state === 'read';
  const visible = isVisibleOn(
    bounds,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  return {
    bounds: known && visible ? bounds : known ? { width: bounds.width, height: bounds.height } : usual,
    maximized,
    async remember(window) {
      low.data = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      await low.write().catch((error) => log.error('the place of the window could not be stored', error));
    },
  };
}
