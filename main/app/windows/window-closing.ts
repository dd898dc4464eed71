import { app, type BrowserWindow } from 'electron';
import type { System } from '#main/base/system.ts';
import {
  type Closing,
  type ClosingPurpose,
  closingMessage,
  createClosing,
  type UnfinishedWork,
} from '#main/core/window/closing.ts';
import { log } from '../base/log.ts';
import { type GetWindow, showQuestion } from '../dialogs/show-question.ts';
import type { MainWindow } from './main-window.ts';

/** Asks before unfinished work is lost, which is null when the page does not answer. Resolves to whether to go on anyway. */
async function confirmLeaving(
  current: GetWindow,
  unfinished: UnfinishedWork | null,
  purpose: ClosingPurpose,
): Promise<boolean> {
  const response = await showQuestion(current, {
    type: 'warning',
    ...closingMessage(unfinished, purpose),
    buttons: purpose === 'close' ? ['Keep open', 'Close anyway'] : ['Stay here', 'Go on anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Reports that the page crashed; resolves to whether to reload it. */
async function offerReload(current: GetWindow): Promise<boolean> {
  const response = await showQuestion(current, {
    type: 'error',
    message: 'The page stopped working.',
    detail: 'Every edit that was shown as saved is safe.',
    buttons: ['Reload', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** How long closing waits for the last snapshots, in milliseconds; the history holds every change anyway. */
const maxFlushMs = 5_000;

interface ClosingOptions {
  window: MainWindow;
  schedule: System['schedule'];
  flush(): Promise<void>;
  /** Discards the imports that waited in a page that crashed. */
  discardImports(): void;
}

/** Makes the window ask before it closes, by its button, the menu, quitting or the system. */
export function confirmBeforeClosing(
  browserWindow: BrowserWindow,
  { window, schedule, flush, discardImports }: ClosingOptions,
): Closing {
  const { webContents } = browserWindow;
  const current = () => window.current;
  let quitting = false;
  const markQuitting = () => {
    quitting = true;
  };
  app.on('before-quit', markQuitting);

  const closing = createClosing({
    schedule,
    canPageAnswer: () =>
      !webContents.isDestroyed() && !webContents.isCrashed() && !webContents.isLoadingMainFrame(),
    notifyPage: () => window.send({ type: 'closing' }),
    confirm: async (unfinished, purpose) => {
      const leave = await confirmLeaving(current, unfinished, purpose);
      quitting &&= leave;
      return leave;
    },
    flush: () => Promise.race([flush(), new Promise<void>((resolve) => schedule(maxFlushMs, resolve))]),
    destroy() {
      browserWindow.destroy();
      // Keeping the window open has cancelled quitting.
      if (quitting) app.quit();
    },
  });

  browserWindow.on('close', (event) => {
    event.preventDefault();
    closing.request();
  });
  browserWindow.once('closed', () => app.off('before-quit', markQuitting));
  webContents.on('render-process-gone', (_event, { reason }) => {
    closing.handlePageGone();
    discardImports();
    if (reason !== 'clean-exit') void recover();
  });

  async function recover(): Promise<void> {
    const again = await offerReload(current);
    if (browserWindow.isDestroyed()) return;
    if (again) webContents.reload();
    else browserWindow.close();
  }
  webContents.on('preload-error', (_event, _path, error) => log.error('the preload failed', error));
  return closing;
}
