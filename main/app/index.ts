import { app, type IpcMainInvokeEvent, ipcMain, Menu, nativeTheme, type WebFrameMain } from 'electron';
import { channels } from '#shared/contract/bridge.ts';
import { RunningCore } from '../core/core.ts';
import type { Dispatch, Sender } from '../core/handlers/dispatcher.ts';
import type { Closing } from '../core/window/closing.ts';
import { getScreenshotPath, listFileArguments } from '../core/window/launch-arguments.ts';
import { copiesFolder, userDataFolder } from './base/app-paths.ts';
import { logErrors } from './base/log.ts';
import { getOrigin, windowOrigin } from './base/origin.ts';
import { createElectronPlatform } from './electron-platform.ts';
import { createSettingsApplier } from './menu/apply-settings.ts';
import { Preview } from './page/preview.ts';
import { registerScheme, serveWindow } from './page/protocol.ts';
import { restrictAllPages, restrictWindowSession } from './page/security.ts';
import { destroyHiddenWindows } from './windows/hidden-window.ts';
import { MainWindow } from './windows/main-window.ts';
import { moveUserDataToTemporaryFolder, takeScreenshot } from './windows/screenshot.ts';
import { confirmBeforeClosing } from './windows/window-closing.ts';

/** The sender of a call, as Electron knows it. A frame that is gone throws when it is asked. */
function getSender(
  { sender, senderFrame }: IpcMainInvokeEvent,
  isOurs: (frame: WebFrameMain) => boolean,
): Sender {
  try {
    if (!senderFrame || sender.isDestroyed()) return { mainFrameOfOurWindow: false, origin: '' };
    return { mainFrameOfOurWindow: isOurs(senderFrame), origin: getOrigin(senderFrame.url) };
  } catch {
    return { mainFrameOfOurWindow: false, origin: '' };
  }
}

function isTrusted({ mainFrameOfOurWindow, origin }: Sender): boolean {
  return mainFrameOfOurWindow && origin === windowOrigin;
}

/** Lets the page call main through one channel; every call goes through the dispatcher. */
function handleCalls(dispatch: Dispatch, window: MainWindow): void {
  ipcMain.handle(channels.call, async (event, name: unknown, input: unknown) => {
    const isOurs = (frame: WebFrameMain) => frame.parent === null && window.isShownBy(event.sender);
    return JSON.stringify(await dispatch(getSender(event, isOurs), name, input));
  });
}

/**
 * Opens articles that the system opens: by the command line, by a second start of Stet, or on macOS by the
 * Finder. Must run before the app is ready, so that nothing is missed.
 */
function listenToOpenedFiles(window: MainWindow, openFile: (path: string) => void): void {
  const openArguments = (argv: string[], folder: string) =>
    listFileArguments(argv, { folder, appPath: app.getAppPath() }).forEach(openFile);

  openArguments(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, folder) => {
    window.focus();
    openArguments(argv, folder);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFile(path);
  });
}

logErrors();
registerScheme();
restrictAllPages();
// Otherwise Electron would first build a menu bar of its own.
Menu.setApplicationMenu(null);

const picture = getScreenshotPath(process.argv);
// Before the single-instance lock, which is held in that folder.
if (picture !== null) moveUserDataToTemporaryFolder();

// An instance that already runs gets our arguments, and with them the article to open.
if (app.requestSingleInstanceLock()) void start();
else app.exit(0);

async function start(): Promise<void> {
  let closing: Closing | null = null;
  const window = new MainWindow();
  const preview = new Preview();
  const applySettings = createSettingsApplier(window, () => core.get());
  const platform = createElectronPlatform(
    { window, preview },
    {
      applySettings,
      answerClosing: (unfinished) => closing?.answer(unfinished),
      reopen: (next) => closing?.requestReopening(() => core.reopen(next)),
    },
  );
  const core = new RunningCore({
    platform,
    isTrusted,
    getFolders: () => ({ userDataFolder: userDataFolder(), copiesFolder: copiesFolder() }),
    async reloadPage(onLeft) {
      destroyHiddenWindows();
      await window.reload(onLeft);
    },
  });
  const openWindow = async () => {
    const started = await core.get();
    const settings = await started.getShownSettings();
    // Before the window, whose background follows it.
    nativeTheme.themeSource = settings.theme;
    await window.open((browserWindow) => {
      applySettings(settings);
      // Not earlier: parsing a long list would keep the page from being served.
      browserWindow.webContents.once('did-navigate', () => started.readAhead());
      const flush = async () => void (await Promise.all([core.close(), window.stateSaved()]));
      closing = confirmBeforeClosing(browserWindow, {
        window,
        schedule: platform.schedule,
        flush,
        discardImports: () => void core.discardImports(),
      });
      browserWindow.once('closed', () => {
        core.forget();
        destroyHiddenWindows();
      });
    });
  };

  listenToOpenedFiles(window, (path) => void core.openFile(path));
  handleCalls(core.dispatch, window);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  // Reads the settings while Electron and the session get ready. A failure shows itself when the window opens.
  core
    .get()
    .then(
      (started) => started.getShownSettings(),
      () => undefined,
    )
    .catch(() => undefined);
  await app.whenReady();
  await restrictWindowSession();
  serveWindow(preview);
  app.on('activate', () => void openWindow());
  await openWindow();

  if (picture !== null) await takeScreenshot(window, picture);
}
