import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import { isPress, RecentInput } from '#main/core/window/recent-input.ts';
import { readWindowState } from '#main/core/window/window-state.ts';
import { channels } from '#shared/contract/bridge.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { MenuCommand } from '#shared/contract/menu-commands.ts';
import { builtPaths, windowStateFile } from '../base/app-paths.ts';
import { log } from '../base/log.ts';
import { windowPageUrl } from '../base/origin.ts';

/** Size and position of the window, as they were when it was last closed, on one of the screens that are there now. */
async function loadWindowState() {
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

type WindowState = Awaited<ReturnType<typeof loadWindowState>>;

/** The page's background colours, so that nothing flashes before the first paint. */
const backgroundColors = { light: '#f1efe9', dark: '#131211' };

/** The page works down to this size, which a window of 1000 x 700 has at 200 % zoom. */
const minSize = { minWidth: 480, minHeight: 400 };

function createWindow({ bounds, maximized }: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Stet',
    ...bounds,
    ...minSize,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgroundColors.dark : backgroundColors.light,
    webPreferences: {
      preload: builtPaths.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // On other systems Chromium would download dictionaries.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}

/** The app's only window, open or not, and the events that wait for its page. */
export class MainWindow {
  #window: BrowserWindow | null = null;
  #loaded = false;
  #stateSaved: Promise<void> = Promise.resolve();
  readonly #pendingEvents: AppEvent[] = [];
  readonly #input = new RecentInput();

  /**
   * Opens the window, or focuses it when it is open. `onLoading` gets a new window while the process of its page starts, so that what
   * it does keeps nothing waiting.
   */
  async open(onLoading: (window: BrowserWindow) => void): Promise<void> {
    if (this.#window) return this.focus();
    const state = await loadWindowState();
    const window = createWindow(state);
    this.#window = window;
    // Not when loading starts: a denied navigation starts too, and never finishes.
    window.webContents.on('did-navigate', () => {
      this.#loaded = false;
    });
    window.webContents.on('did-finish-load', () => {
      this.#loaded = true;
      for (const event of this.#pendingEvents.splice(0)) this.send(event);
    });
    window.webContents.on('before-input-event', (_event, { type, key }) => {
      if (type === 'keyDown' && key === 'Escape') this.send({ type: 'escape' });
    });
    // Comes from the browser process; scripts in the page can't cause it.
    window.webContents.on('input-event', (_event, { type }) => {
      if (isPress(type)) this.#input.record(performance.now());
    });
    window.on('close', () => {
      this.#stateSaved = state.save(window);
    });
    window.on('closed', () => {
      this.#window = null;
    });
    const loaded = window.loadURL(windowPageUrl);
    onLoading(window);
    await loaded;
  }

  /** Loads the page again. `onLeft` runs once the page before can't call any more, and before the new one can. */
  async reload(onLeft: () => void): Promise<void> {
    const window = this.#window;
    if (!window) return;
    window.webContents.once('did-navigate', onLeft);
    await window.loadURL(windowPageUrl);
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Resolves once the bounds of the closing window are stored. Never rejects. */
  stateSaved(): Promise<void> {
    return this.#stateSaved;
  }

  isShownBy(contents: WebContents): boolean {
    return this.#window?.webContents === contents;
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }

  /**
   * Pastes into the focused field, as Ctrl+V does. Returns false and pastes nothing unless the window is in front and the
   * user has just pressed or chosen something.
   */
  paste(): boolean {
    if (!this.#window?.isFocused() || !this.#input.consume(performance.now())) return false;
    this.#window.webContents.paste();
    return true;
  }

  sendMenuCommand(command: MenuCommand): void {
    this.#input.record(performance.now());
    this.send({ type: 'menu', command });
  }

  /** Sends an event to the page, as soon as it has loaded. */
  send(event: AppEvent): void {
    if (this.#window && this.#loaded) this.#window.webContents.send(channels.event, event);
    else this.#pendingEvents.push(event);
  }
}
