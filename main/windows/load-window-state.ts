import { type BrowserWindow, screen } from 'electron';
import { windowStateFile } from '../app-paths';
import { readWindowState } from '../core/window/window-state';
import { log } from '../log';

/** Size and position of the window, as they were when it was last closed, on one of the screens that are there now. */
export async function loadWindowState() {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { bounds, maximized, save } = await readWindowState(windowStateFile(), screens, {
    now: () => new Date(),
    log,
  });
  return {
    bounds,
    maximized,
    save: (window: BrowserWindow) => save(window.getNormalBounds(), window.isMaximized()),
  };
}

export type WindowState = Awaited<ReturnType<typeof loadWindowState>>;
