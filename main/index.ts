import { app } from 'electron';
import { failure } from '../shared/contract/result';
import { copiesFolder, libraryFolder } from './app-paths';
import { type Core, createCore } from './core/core';
import type { Closing } from './core/window/closing';
import { screenshotArgument } from './core/window/launch-arguments';
import { electronOutside } from './electron-platform';
import { answerCalls, isTrusted } from './ipc';
import { logErrors } from './log';
import { themeShower } from './menu/theme';
import { passOnFiles } from './opened-files';
import { Preview } from './page/preview';
import { registerScheme, serveWindow } from './page/protocol';
import { lockEveryPage, lockWindowSession } from './page/security';
import { destroyHiddenWindows } from './windows/hidden-window';
import { MainWindow } from './windows/main-window';
import { moveToTemporaryFolder, takeScreenshot } from './windows/screenshot';
import { closeWithCare } from './windows/window-closing';

logErrors();
registerScheme();
lockEveryPage();

const picture = screenshotArgument(process.argv);
// Before the lock, which is held in that folder.
if (picture !== null) moveToTemporaryFolder();

// Another instance that runs already gets our arguments, and with them the article to open.
if (app.requestSingleInstanceLock()) void start();
else app.exit(0);

async function start(): Promise<void> {
  let closing: Closing | null = null;
  let running: Core | null = null;
  const window = new MainWindow();
  const preview = new Preview();
  const showTheme = themeShower(window, () => core().settings());
  const outside = electronOutside(
    { window, preview },
    {
      themeChanged: showTheme,
      closeAnswered: (unfinished) => closing?.answered(unfinished),
    },
  );
  /** Each window has a core of its own, which is closed with it: a window opened again starts from the disk. */
  const core = () => {
    running ??= createCore({ ...outside, folder: libraryFolder(), copies: copiesFolder() }, { isTrusted });
    return running;
  };
  const openWindow = async () => {
    showTheme((await core().settings()).current().theme);
    await window.open((made) => {
      const flush = async () => void (await Promise.all([running?.close(), window.remembered()]));
      closing = closeWithCare(made, { window, later: outside.later, flush });
      made.once('closed', () => {
        running = null;
        destroyHiddenWindows();
      });
    });
  };

  passOnFiles(window, (path) => core().waits(path));
  // What a window asked just before it went must not begin a core that no window would close.
  const goneWindow = failure('refused', 'The window that asked this is closed.');
  answerCalls(async (...call) => (await running?.dispatch(...call)) ?? goneWindow, window);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  await app.whenReady();
  await lockWindowSession();
  serveWindow(preview);
  app.on('activate', () => void openWindow());
  await openWindow();

  if (picture !== null) await takeScreenshot(window, picture);
}
