import { app } from 'electron';
import { failure } from '../shared/contract/result';
import { copiesFolder, libraryFolder } from './app-paths';
import { type Core, createCore } from './core/core';
import type { Closing } from './core/window/closing';
import { getScreenshotPath } from './core/window/launch-arguments';
import { createElectronPlatform } from './electron-platform';
import { handleCalls, isTrusted } from './ipc';
import { logErrors } from './log';
import { createThemeSetter } from './menu/theme';
import { listenToOpenedFiles } from './opened-files';
import { Preview } from './page/preview';
import { registerScheme, serveWindow } from './page/protocol';
import { restrictAllPages, restrictWindowSession } from './page/security';
import { destroyHiddenWindows } from './windows/hidden-window';
import { MainWindow } from './windows/main-window';
import { moveUserDataToTemporaryFolder, takeScreenshot } from './windows/screenshot';
import { confirmBeforeClosing } from './windows/window-closing';

logErrors();
registerScheme();
restrictAllPages();

const picture = getScreenshotPath(process.argv);
// Before the single-instance lock, which is held in that folder.
if (picture !== null) moveUserDataToTemporaryFolder();

// An instance that already runs gets our arguments, and with them the article to open.
if (app.requestSingleInstanceLock()) void start();
else app.exit(0);

async function start(): Promise<void> {
  let closing: Closing | null = null;
  let running: Core | null = null;
  const window = new MainWindow();
  const preview = new Preview();
  const showTheme = createThemeSetter(window, () => core());
  const platform = createElectronPlatform(
    { window, preview },
    {
      applyTheme: showTheme,
      answerClosing: (unfinished) => closing?.answer(unfinished),
      reopen: () => void reopen(),
    },
  );
  /** Each window has its own core, which closes with it: a reopened window starts from the disk. */
  const core = () => {
    running ??= createCore(
      { ...platform, libraryFolder: libraryFolder(), copiesFolder: copiesFolder() },
      { isTrusted },
    );
    return running;
  };
  const reopen = async () => {
    await running?.close();
    running = null;
    window.current?.webContents.reload();
  };
  const openWindow = async () => {
    showTheme(await core().getTheme());
    // While the page loads.
    core().prepare();
    await window.open((browserWindow) => {
      const flush = async () => void (await Promise.all([running?.close(), window.stateSaved()]));
      const discardImports = () => running?.discardImports();
      closing = confirmBeforeClosing(browserWindow, {
        ...{ window, schedule: platform.schedule },
        ...{ flush, discardImports },
      });
      browserWindow.once('closed', () => {
        running = null;
        destroyHiddenWindows();
      });
    });
  };

  listenToOpenedFiles(window, (path) => core().addOpenedFile(path));
  // A late call of a closed window must not start a core that no window would close.
  const windowClosed = failure('refused', 'The window that asked this is closed.');
  handleCalls(async (...call) => (await running?.dispatch(...call)) ?? windowClosed, window);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  await app.whenReady();
  await restrictWindowSession();
  serveWindow(preview);
  app.on('activate', () => void openWindow());
  await openWindow();

  if (picture !== null) await takeScreenshot(window, picture);
}
