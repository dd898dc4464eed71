import type { ElectronApplication, Page } from '@playwright/test';
import { keepSystem, restoreSystem } from '../system/dialogs';
import type { Guard } from './guard';
import { type Host, impatient, killProcess, launch } from './own-process';

interface Profile {
  /** Chromium's own files; what Stet stores goes to the folder of each spec. */
  profile: string;
  env: Record<string, string>;
}

/**
 * One Electron for all specs of a worker: only its window and its core are new for each, as on a Mac when the window is
 * closed and opened again. It is started when first needed, and anew after a spec that failed or killed it.
 */
export class KeptProcess {
  #running: Awaited<ReturnType<typeof launch>> | null = null;
  #folder = '';
  #page: Page | null = null;

  constructor(private readonly profile: Profile) {}

  /** The kept process as one spec uses it, with what it stores in the spec's own folder. */
  hostFor(userData: string, guard: Guard): Host {
    let page: Page | null = null;
    let unwatch = () => {};
    const kept = this;
    return {
      get app() {
        return kept.#there.app;
      },
      get page() {
        if (!page) throw new Error('the window was not opened');
        return page;
      },
      async open() {
        const app = await kept.#started();
        unwatch = guard.watch(app.context());
        page = await kept.#openWindow(app, userData);
        await guard.sweep(page);
      },
      async close() {
        await kept.#closeWindow();
        unwatch();
      },
      async kill() {
        unwatch();
        await kept.end();
      },
    };
  }

  /** Ends the process, if there is one. */
  async end(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#page = null;
    if (running) await killProcess(running.child);
  }

  get #there() {
    if (!this.#running) throw new Error('the app was not started');
    return this.#running;
  }

  async #started(): Promise<ElectronApplication> {
    if (this.#running) return this.#running.app;
    const { profile, env } = this.profile;
    // So that each window takes the renderer process that is held for it.
    this.#running = await launch({ userData: profile, env, args: ['--process-per-site'] });
    const { app, page } = this.#running;
    this.#page = page;
    this.#folder = profile;
    await keepSystem(app);
    // Closing the last window would quit the app.
    await app.evaluate((electron) => {
      electron.app.removeAllListeners('window-all-closed');
      electron.app.on('window-all-closed', () => undefined);
    });
    await holdRenderer(app, page);
    await this.#closeWindow();
    return app;
  }

  async #openWindow(app: ElectronApplication, userData: string): Promise<Page> {
    const isNew = this.#folder !== userData;
    this.#folder = userData;
    if (isNew) await restoreSystem(app);
    const opened = app.waitForEvent('window');
    await app.evaluate(
      async (electron, { folder, isNew }) => {
        // The page's own storage is the profile's, which outlives the spec before.
        if (isNew) await electron.session.defaultSession.clearStorageData();
        electron.app.setPath('userData', folder);
        electron.app.emit('activate');
      },
      { folder: userData, isNew },
    );
    this.#page = impatient(await opened);
    return this.#page;
  }

  async #closeWindow(): Promise<void> {
    const { app } = this.#there;
    const page = this.#page;
    this.#page = null;
    if (!page || page.isClosed()) return;
    const closed = page.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }, url) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === url);
      // Not before this call was answered: the page is gone then.
      setTimeout(() => window?.close());
    }, page.url());
    await closed;
  }
}

/**
 * Keeps the window's renderer process for the next window, which would start one of its own and compile everything anew:
 * with a file of the app that is shown as text, in no window.
 */
async function holdRenderer(app: ElectronApplication, page: Page): Promise<void> {
  const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
  await app.evaluate(
    async ({ BrowserView }, url) => {
      const holder = new BrowserView({ webPreferences: { sandbox: true } });
      Object.assign(globalThis, { holder });
      await holder.webContents.loadURL(url);
    },
    new URL(style ?? '', page.url()).href,
  );
}
