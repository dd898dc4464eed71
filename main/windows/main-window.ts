import { BrowserWindow, nativeTheme, type WebContents } from 'electron';
import { channels } from '../../shared/contract/bridge';
import type { AppEvent, MenuCommand } from '../../shared/contract/events';
import { built } from '../app-paths';
import { isPress, RecentInput } from '../core/window/recent-input';
import { ourPage } from '../page/origin';
import { readWindowState, type WindowState } from './window-state';

/** The colours of the page's ground, so that nothing flashes before the first paint. */
const ground = { light: '#f1efe9', dark: '#131211' };

/** At 200 % zoom a window of 1000 x 700 still has to work; below this the page would not. */
const smallest = { minWidth: 480, minHeight: 400 };

function makeWindow({ bounds, maximized }: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Stet',
    ...bounds,
    ...smallest,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: built.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Elsewhere than on macOS Chromium would fetch its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}

/** The one window of the app: there or not, and the events that wait for its page. */
export class MainWindow {
  #window: BrowserWindow | null = null;
  #loaded = false;
  #remembered: Promise<void> = Promise.resolve();
  readonly #untold: AppEvent[] = [];
  readonly #input = new RecentInput();

  /** Opens the window, or brings it to the front when it is there. `made` is called with a new one, before its page. */
  async open(made: (window: BrowserWindow) => void): Promise<void> {
    if (this.#window) return this.focus();
    const state = await readWindowState();
    const window = makeWindow(state);
    this.#window = window;
    // Not when loading starts: a navigation that was denied starts as well, and never finishes.
    window.webContents.on('did-navigate', () => {
      this.#loaded = false;
    });
    window.webContents.on('did-finish-load', () => {
      this.#loaded = true;
      for (const event of this.#untold.splice(0)) this.tell(event);
    });
    window.webContents.on('before-input-event', (_event, { type, key }) => {
      if (type === 'keyDown' && key === 'Escape') this.tell({ type: 'escape' });
    });
    // From the browser process: script in the page causes none of these.
    window.webContents.on('input-event', (_event, { type }) => {
      if (isPress(type)) this.#input.note(performance.now());
    });
    window.on('close', () => {
      this.#remembered = state.remember(window);
    });
    window.on('closed', () => {
      this.#window = null;
    });
    made(window);
    await window.loadURL(ourPage);
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Resolves once the place of the window that is closing is on the disk. Never rejects. */
  remembered(): Promise<void> {
    return this.#remembered;
  }

  isShownBy(contents: WebContents): boolean {
    return this.#window?.webContents === contents;
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }

  /**
   * Pastes into the field that has the focus, as Ctrl+V does; false, and nothing is pasted, when the window is not in front
   * or nobody has just pressed or chosen something.
   */
  paste(): boolean {
    if (!this.#window?.isFocused() || !this.#input.take(performance.now())) return false;
    this.#window.webContents.paste();
    return true;
  }

  /** Tells the page what was chosen in the menu bar. */
  choose(command: MenuCommand): void {
    this.#input.note(performance.now());
    this.tell({ type: 'menu', command });
  }

  /** Tells the page, as soon as there is one. */
  tell(event: AppEvent): void {
    if (this.#window && this.#loaded) this.#window.webContents.send(channels.event, event);
    else this.#untold.push(event);
  }
}
