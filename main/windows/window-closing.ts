import { app, type BrowserWindow } from 'electron';
import type { Outside } from '../core/platform';
import { type Closing, createClosing } from '../core/window/closing';
import { confirmClose, offerReload } from '../dialogs';
import { log } from '../log';
import type { MainWindow } from './main-window';

/** So many milliseconds the last snapshots may take; the history has everything all the same. */
const longestFlush = 5_000;

interface Ending {
  window: MainWindow;
  later: Outside['later'];
  flush(): Promise<void>;
}

/** Has the window ask before it closes, whoever wants it closed: its button, the menu, quitting, the system. */
export function closeWithCare(made: BrowserWindow, { window, later, flush }: Ending): Closing {
  const { webContents } = made;
  const current = () => window.current;
  let quitting = false;
  const noteQuit = () => {
    quitting = true;
  };
  app.on('before-quit', noteQuit);

  const closing = createClosing({
    later,
    pageAnswers: () =>
      !webContents.isDestroyed() && !webContents.isCrashed() && !webContents.isLoadingMainFrame(),
    tellPage: () => window.tell({ type: 'closing' }),
    confirm: async (unfinished) => {
      const close = await confirmClose(current, unfinished);
      quitting &&= close;
      return close;
    },
    flush: () => Promise.race([flush(), new Promise<void>((resolve) => later(longestFlush, resolve))]),
    destroy() {
      made.destroy();
      // Holding the window back has called the quitting off.
      if (quitting) app.quit();
    },
  });

  made.on('close', (event) => {
    event.preventDefault();
    closing.requested();
  });
  made.once('closed', () => app.off('before-quit', noteQuit));
  webContents.on('render-process-gone', (_event, { reason }) => {
    closing.pageGone();
    if (reason !== 'clean-exit') void recover();
  });

  async function recover(): Promise<void> {
    const again = await offerReload(current);
    if (made.isDestroyed()) return;
    if (again) webContents.reload();
    else made.close();
  }
  webContents.on('preload-error', (_event, path, error) => log.error(`the preload ${path} failed`, error));
  return closing;
}
