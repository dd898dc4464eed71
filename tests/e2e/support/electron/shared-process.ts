import type { ElectronApplication, Page } from '@playwright/test';
import { restoreSystemFunctions, saveSystemFunctions } from '../system/dialogs.ts';
import type { Guard } from './guard.ts';
import { killProcess, type LaunchedApp, launch, setActionTimeout } from './launch.ts';
import type { AppProcess } from './own-process.ts';

declare global {
  var stetHidden: { script: Promise<unknown>; preferences: unknown } | undefined;
}

/** Runs a script in the next hidden page as soon as it has loaded. The script 'crash' crashes its process instead. */
export async function runInHiddenPage(app: ElectronApplication, script: string): Promise<void> {
  await app.evaluate((electron, code) => {
    electron.app.once('web-contents-created', (_event, contents) => {
      contents.once('did-finish-load', () => {
        // Electron has the function, but its types do not.
        const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
        const preferences = typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
        if (code === 'crash') contents.forcefullyCrashRenderer();
        else globalThis.stetHidden = { script: contents.executeJavaScript(code), preferences };
      });
    });
  }, script);
}

/** Reads the result of the script and the web preferences of the page. */
export function readHiddenPage(app: ElectronApplication) {
  return app.evaluate(async () => {
    const { script, preferences } = globalThis.stetHidden ?? {};
    return { script: await script, preferences };
  });
}

interface SharedProcessOptions {
  /** The folder of Chromium's own files. Stet stores its data in the folder of each spec. */
  profile: string;
  env: Record<string, string>;
}

/**
 * One Electron process for all specs of a worker. Each spec gets a new window with a new core, as on a Mac when the window is
 * closed and opened again. The process starts when it is first needed, and again after a spec that failed or killed it.
 */
export class SharedProcess {
  #launched: LaunchedApp | null = null;
  #folder = '';
  #page: Page | null = null;

  constructor(private readonly options: SharedProcessOptions) {}

  /** The shared process as one spec uses it, with the spec's own data folder. */
  forSpec(userData: string, guard: Guard): AppProcess {
    let page: Page | null = null;
    let unwatch = () => {};
    const shared = this;
    return {
      get app() {
        return shared.#current.app;
      },
      get page() {
        if (!page) throw new Error('the window was not opened');
        return page;
      },
      async open() {
        const app = await shared.#ensureLaunched();
        unwatch = guard.watch(app.context());
        page = await shared.#openWindow(app, userData);
        await guard.addEarlierErrors(page);
      },
      async close() {
        await shared.#closeWindow();
        unwatch();
      },
      async kill() {
        unwatch();
        await shared.kill();
      },
    };
  }

  /** Kills the process if it runs. */
  async kill(): Promise<void> {
    const launched = this.#launched;
    this.#launched = null;
    this.#page = null;
    if (launched) await killProcess(launched.child);
  }

  get #current(): LaunchedApp {
    if (!this.#launched) throw new Error('the app was not started');
    return this.#launched;
  }

  async #ensureLaunched(): Promise<ElectronApplication> {
    if (this.#launched) return this.#launched.app;
    const { profile, env } = this.options;
    // The flag makes each window use the renderer process that `keepRendererAlive` keeps.
    this.#launched = await launch({ userData: profile, env, args: ['--process-per-site'] });
    const { app, page } = this.#launched;
    this.#page = page;
    this.#folder = profile;
    await saveSystemFunctions(app);
    // Closing the last window would quit the app.
    await app.evaluate((electron) => {
      electron.app.removeAllListeners('window-all-closed');
      electron.app.on('window-all-closed', () => undefined);
    });
    await keepRendererAlive(app, page);
    await this.#closeWindow();
    return app;
  }

  async #openWindow(app: ElectronApplication, userData: string): Promise<Page> {
    const isNew = this.#folder !== userData;
    this.#folder = userData;
    if (isNew) await restoreSystemFunctions(app);
    const opened = app.waitForEvent('window');
    await app.evaluate(
      async (electron, { folder, isNew }) => {
        // The page's storage is part of the profile, so it would keep what the previous spec stored.
        if (isNew) await electron.session.defaultSession.clearStorageData();
        electron.app.setPath('userData', folder);
        electron.app.emit('activate');
      },
      { folder: userData, isNew },
    );
    this.#page = setActionTimeout(await opened);
    return this.#page;
  }

  async #closeWindow(): Promise<void> {
    const { app } = this.#current;
    const page = this.#page;
    this.#page = null;
    if (!page || page.isClosed()) return;
    const closed = page.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }, url) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === url);
      // Closes after this call has returned: a page that is gone could not answer it.
      setTimeout(() => window?.close());
    }, page.url());
    await closed;
  }
}

/**
 * Keeps the window's renderer process for the next window, which would otherwise start a new process and compile everything
 * again. A view without a window stays in the process; it shows a style sheet of the app as text.
 */
async function keepRendererAlive(app: ElectronApplication, page: Page): Promise<void> {
  const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
  await app.evaluate(
    async ({ BrowserView }, url) => {
      const view = new BrowserView({ webPreferences: { sandbox: true } });
      // The reference keeps the view from garbage collection.
      Object.assign(globalThis, { view });
      await view.webContents.loadURL(url);
    },
    new URL(style ?? '', page.url()).href,
  );
}
